# ruff: noqa: RUF001 - letters that look like others are the point
"""Strings that break programs: what people paste by accident, and what others type on purpose."""

LONG = "x" * 12_000
MARK = "<script>alert(7)</script>"  # must never reach a page as it is
SUM = "62710561"  # what 7919 * 7919 comes to, should anything work it out

STRINGS = (
    # nothing to see
    "", " ", "\t", "\u00a0", "\u200b\u200c\u200d", "\ufeff", "\u00ad", "\u2028\u2029",
    "\x7f\x80\x9f",
    # nulls and controls
    "a\x00b", "\x00", "\x01\x02\x1b[31m", "line one\r\nline two", "a\rb", "\x0b\x0c", "\x85",
    # the other way round, stacked, doubled and wide
    "\u202egnp.exe", "\u2066a\u2069\u200f\u200e", "الاسم الكامل", "שלום <b>", "Z̸̡̢͓a̵l̷g̶o̶",
    "ａｂｃ＝１＋１", "ﬀ ﷽", "Zoë O’Neill-Őry Ñandú", "Łódź ı İ ß ſ", "𝒜𝒷𝒸 𠜎", "👩‍👩‍👧‍👦 🇬🇧 🏳️‍🌈",
    "\ufffe\uffff", "\ud7ff\ue000", LONG, "a " * 5_000, "\n" * 2_000,
    # numbers that are none
    "0", "-1", "1e309", "NaN", "Infinity", "９９", "2147483648", "99999999999999999999", "1/0",
    "0x10", "٣", "31 February", "0000-00-00", "1 January 10000", "99/99/9999",
    # words that programs take for their own
    "null", "None", "undefined", "true", "False", "nil", "(null)", "constructor", "__proto__",
    "__class__", "CON", "NUL.txt", "aux", "LPT1",
    # quotes and SQL
    "'", '"', "`", "''''", "\\", "\\'", "%", "%%s %d %n", "_%", "'; DROP TABLE agencies_user; --",
    "' OR '1'='1", '" OR ""="', "1; SELECT pg_sleep(5)--", "\\x27 UNION SELECT NULL--", "$$;$$",
    # HTML and scripts
    MARK, f'"><img src=x onerror=alert(7)>{MARK}', "javascript:alert(7)", "<svg/onload=alert(7)>",
    "</textarea>" + MARK, "</title>" + MARK, "<!--", "]]>", "&lt;b&gt;", "&#x3C;script&#x3E;",
    "&nbsp", "<a href='data:text/html,x'>", "\"onfocus=alert(7) autofocus \"",
    "{}[]()<>;:,.?/|~^*&#@!",
    # templates and format strings
    "{{ 7919*7919 }}", "{% load static %}{% debug %}", "${7919*7919}", "#{7919*7919}",
    "<%= 7919*7919 %>", "{0.__class__.__init__.__globals__}", "%(password)s",
    "{settings.SECRET_KEY}", "{{ request.user.password }}",
    # formulas
    "=1+1", "+1+1", "-1+1", "@SUM(1,1)", "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example","a")', "\t=1+1",
    # headers, addresses, paths, commands
    "a\r\nBcc: all@evil.example", "a\r\nSet-Cookie: a=b", "../../../../etc/passwd",
    "..\\..\\windows\\win.ini", "/etc/passwd\x00.pdf", "file:///etc/passwd",
    "http://169.254.169.254/", "//evil.example", "C:\\", ".", "..", "; ls -la", "| id", "$(id)",
    "`id`", "&& id", "-rf", "--help", "a@b", '"a b"@c.example',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
)  # fmt: skip
