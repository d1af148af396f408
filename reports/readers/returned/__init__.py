"""
A report that was written on in Word and came back.

`names` are what a file is known by; `places` finds what stands where; `writing` turns lines into
the small markup.
"""
