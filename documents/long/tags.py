"""
What lets a PDF be read aloud: the tree of its tags, and which tags stand on which page.

Adding the pages of one PDF to another leaves their tags behind. ISO 32000-1, 14.7 and 14.8.
"""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, String


class Tags:
    """The tags of a PDF as WeasyPrint writes them, to which those of others are added."""

    def __init__(self, whole: Pdf) -> None:
        self.whole = whole
        self.root = whole.Root.StructTreeRoot
        self.by_page: list[Object | int] = list(self.root.ParentTree.Nums.as_list())
        self.document = self.root.K[0]
        self.content: list[Object] = list(self.document.K.as_list())

    @property
    def next_key(self) -> int:
        """The number of the next page that has tags."""
        return max(int(key) for key in self.by_page[::2]) + 1

    def add(self, part: Pdf, *, first_key: int, number: int) -> None:
        """Take over the tags of a part whose pages stand in the whole already, from first_key."""
        root = self.whole.copy_foreign(part.Root.StructTreeRoot)
        by_page = root.ParentTree.Nums.as_list()
        for key, tags in zip(by_page[::2], by_page[1::2], strict=True):
            self.by_page += [int(key) + first_key, tags]
        for tag in root.K[0].K.as_list():
            tag.P = self.document
            self.content.append(tag)
            tell_apart(tag, number=number)

    def write(self) -> None:
        self.root.ParentTree = Dictionary(Nums=Array(self.by_page))
        self.root.ParentTreeNextKey = self.next_key
        self.document.K = Array(self.content)


def tell_apart(tag: Object, *, number: int) -> None:
    """Have the cells of a part name the heads of that part's own tables."""
    for inner in tags_in(tag):
        if "/ID" in inner:
            inner.ID = named(inner.ID, number)
        heads = inner.A.get("/Headers") if "/A" in inner else None
        if heads is not None:
            inner.A.Headers = Array([named(head, number) for head in heads.as_list()])


def named(head: Object, number: int) -> String:
    return String(f"{number}-{head}")


def tags_in(tag: Object) -> Iterator[Object]:
    """Yield a tag and all below it. A tree of ten thousand rows is wide, and not deep."""
    left = [tag]
    while left:
        found = left.pop()
        yield found
        below = found.get("/K")
        if isinstance(below, Array):
            left += [one for one in below.as_list() if is_tag(one)]
        elif below is not None and is_tag(below):
            left.append(below)


def is_tag(found: object) -> bool:
    return isinstance(found, Dictionary) and found.get("/Type") == Name.StructElem
