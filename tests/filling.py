"""Answers the forms of pages by the words that are asked in them, through the Django client."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import html

ERRORS = "//*[contains(@class, 'govuk-error-summary')]"
FORMS = "//main//form[translate(@method, 'POST', 'post')='post']"


class Asked(AssertionError):
    """A page does not ask this, or refused what was answered."""


class Desk:
    """One person at the pages of one review."""

    def __init__(self, client, review=""):
        self.client, self.review = client, review
        self.where, self.page = "", None

    def go(self, page):
        """Open a page of the review, or an address that begins with a slash."""
        self.where = page if page.startswith("/") else f"/reviews/{self.review}/{page}"
        return self.read(self.client.get(self.where, follow=True))

    def read(self, response):
        if response.status_code != 200:
            raise Asked(f"{self.where}: {response.status_code}")
        if response.redirect_chain:
            self.where = response.redirect_chain[-1][0]
        self.page = html.fromstring(response.content.decode())
        return self.says()

    def follow(self, link):
        """Follow the first link of the page with these words."""
        for one in self.page.xpath("//main//a[@href]"):
            if words_of(one) == link:
                return self.go(one.get("href"))
        raise Asked(f"{self.where}: no link {link}")

    def says(self):
        """Return the words of the page, with one blank between them."""
        return " ".join(self.page.xpath("//main")[0].text_content().split())

    def fill(self, page, answers, *, press=None):
        """Answer the form of a page, send it, and return what the next page says."""
        self.go(page)
        return self.answer(answers, press=press)

    def answer(self, answers, *, press=None):
        form = self.form(press)
        said = Answers(form)
        for question, given in answers.items():
            said.give(question, given)
        target = form.get("action") or self.where
        words = self.read(self.client.post(target, said.posted(press), follow=True))
        if errors := self.page.xpath(ERRORS):
            raise Asked(f"{self.where}: {' '.join(errors[0].text_content().split())}")
        return words

    def form(self, press):
        for form in self.page.xpath(FORMS):
            pressed = press in map(words_of, form.xpath(".//button"))
            if pressed or (press is None and form.xpath(".//label")):
                return form
        raise Asked(f"{self.where}: no button {press}")


class Answers:
    """What one form will send: what stands in it, and what is answered."""

    def __init__(self, form):
        self.form, self.files = form, {}
        self.values = [(name, value) for name, value in form.form_values() if value is not None]

    def give(self, question, given):
        if isinstance(given, date):
            group = self.group(question)
            for part, number in (("Day", given.day), ("Month", given.month), ("Year", given.year)):
                self.put(self.box(part, group).get("name"), str(number))
        elif isinstance(given, list):
            group = self.group(question)
            boxes = [self.box(words, group) for words in given]
            self.take_out({box.get("name") for box in boxes or group.xpath(".//input")})
            self.values += [(box.get("name"), box.get("value")) for box in boxes]
        elif isinstance(given, tuple):
            self.files[self.box(question).get("name")] = SimpleUploadedFile(*given)
        elif self.groups(question):
            chosen = self.box(str(given), self.group(question))
            self.put(chosen.get("name"), chosen.get("value"))
        else:
            self.write(self.box(question), given)

    def write(self, box, given):
        if given is True:
            self.put(box.get("name"), box.get("value", "on"))
        elif given is False:
            self.take_out({box.get("name")})
        elif box.tag == "select":
            fits = [one for one in box.xpath(".//option") if words_of(one) == given]
            if not fits:
                raise Asked(f"“{given}” is none of {[words_of(o) for o in box.xpath('.//option')]}")
            self.put(box.get("name"), fits[0].get("value"))
        else:
            self.put(box.get("name"), str(given))

    def put(self, name, value):
        self.take_out({name})
        self.values.append((name, value))

    def take_out(self, names):
        self.values = [one for one in self.values if one[0] not in names]

    def groups(self, question):
        return [
            one for one in self.form.xpath(".//fieldset")
            if one.xpath("./legend") and asks(one.xpath("./legend")[0], question)
        ]  # fmt: skip

    def group(self, question):
        found = self.groups(question)
        if not found:
            raise Asked(f"nothing asks “{question}”")
        return found[0]

    def box(self, question, within=None):
        looked = self.form if within is None else within
        for label in looked.xpath(".//label"):
            if asks(label, question):
                return self.form.xpath(".//*[@id=$it]", it=label.get("for"))[0]
        raise Asked(f"nothing asks “{question}”: {[words_of(o) for o in looked.xpath('.//label')]}")

    def posted(self, press):
        posted = {}
        for name, value in self.values:
            posted.setdefault(name, []).append(value)
        for button in self.form.xpath(".//button[@name]"):
            if press and words_of(button) == press:
                posted[button.get("name")] = [button.get("value", "")]
        return {**posted, **self.files}


def words_of(element):
    return " ".join(element.text_content().split())


def asks(element, question):
    return words_of(element).removesuffix(" (optional)") == question
