"""
Write an Outlook email (.msg), the container and what it holds, as far as one needs to be read.

The container is that of [MS-CFB], version 3; what it holds is that of [MS-OXMSG].
"""

import itertools
import struct
from dataclasses import dataclass, field

SECTOR, SMALL, CUT_OFF = 512, 64, 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
STORAGE, STREAM, ROOT = 1, 2, 5
TEXT, BINARY, NUMBER, TIME = 0x001F, 0x0102, 0x0003, 0x0040
SUBJECT, BODY, CLASS, HEADERS = 0x0037, 0x1000, 0x001A, 0x007D
SENDER_NAME, SENDER_ADDRESS, SUBMITTED = 0x0C1A, 0x5D01, 0x0039
DATA, METHOD, LONG_NAME, MIME = 0x3701, 0x3705, 0x3707, 0x370E
BY_VALUE = 1


@dataclass
class Node:
    """A folder or a stream of the container."""

    name: str
    content: bytes | None = None
    children: list["Node"] = field(default_factory=list)


def msg(*, subject, body, name, address, sent=None, headers="", files=()):
    """Return the bytes of an Outlook email."""
    said = {
        (SUBJECT, TEXT): subject,
        (BODY, TEXT): body,
        (CLASS, TEXT): "IPM.Note",
        (SENDER_NAME, TEXT): name,
        (SENDER_ADDRESS, TEXT): address,
    }
    if headers:
        said[HEADERS, TEXT] = headers
    if sent:
        said[SUBMITTED, TIME] = int((sent.timestamp() + 11_644_473_600) * 10_000_000)
    counts = struct.pack("<8x4I8x", 0, len(files), 0, len(files))
    children = properties(said, head=counts)
    children.append(Node("__nameid_version1.0"))
    for number, (file_name, content) in enumerate(files):
        told = {(LONG_NAME, TEXT): file_name, (METHOD, NUMBER): BY_VALUE if content else 5}
        if content:
            told[DATA, BINARY] = content
        inside = properties(told, head=bytes(8))
        children.append(Node(f"__attach_version1.0_#{number:08X}", children=inside))
    return container(children)


def properties(said, *, head):
    """Return the streams of some properties, with the table that lists them."""
    rows, streams = [], []
    for (number, kind), value in said.items():
        if kind in (TEXT, BINARY):
            content = value.encode("utf-16-le") if kind == TEXT else value
            size = len(content) + (2 if kind == TEXT else 0)
            streams.append(Node(f"__substg1.0_{number:04X}{kind:04X}", content))
            rows.append(struct.pack("<HHIII", kind, number, 6, size, 0))
        else:
            rows.append(struct.pack("<HHIQ", kind, number, 6, value))
    return [Node("__properties_version1.0", head + b"".join(rows)), *streams]


def container(children):
    nodes = [Node("Root Entry", children=children)]
    links = {}
    flatten(nodes[0], nodes, links)
    small, small_table, starts = [], [], {}
    sectors, table = [], []
    for number, node in enumerate(nodes):
        if node.content and len(node.content) < CUT_OFF:
            starts[number] = chain(node.content, small, small_table, size=SMALL)
        elif node.content:
            starts[number] = chain(node.content, sectors, table)
    nodes[0].content = b"".join(small)
    starts[0] = chain(nodes[0].content, sectors, table)
    listed = struct.pack(f"<{len(small_table)}I", *small_table)
    lists = chain(padded(listed, b"\xff"), sectors, table)
    entries = b"".join(entry(n, node, links, starts) for n, node in enumerate(nodes))
    directory = chain(padded(entries, b"\0"), sectors, table)
    return header(sectors, table, directory, lists=(lists, -(-len(listed) // SECTOR)))


def padded(content, filler):
    return content.ljust(-(-len(content) // SECTOR) * SECTOR, filler)


def flatten(node, nodes, links):
    """Number the nodes; those of one folder hang on each other to the right."""
    numbers = []
    for child in sorted(node.children, key=lambda one: (len(one.name), one.name.upper())):
        numbers.append(len(nodes))
        nodes.append(child)
    links[id(node)] = numbers[0] if numbers else FREE
    links.update({("right", here): after for here, after in itertools.pairwise(numbers)})
    for number in numbers:
        flatten(nodes[number], nodes, links)


def chain(content, sectors, table, *, size=SECTOR):
    start = len(sectors)
    pieces = [content[at : at + size] for at in range(0, len(content), size)]
    for number, piece in enumerate(pieces):
        sectors.append(piece.ljust(size, b"\0"))
        table.append(END if number == len(pieces) - 1 else start + number + 1)
    return start


def entry(number, node, links, starts):
    kind = ROOT if number == 0 else STORAGE if node.content is None else STREAM
    name = node.name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sIQQIII",
        name, len(name), kind, 1, FREE, links.get(("right", number), FREE), links[id(node)],
        bytes(16), 0, 0, 0, starts.get(number, 0), len(node.content or b""), 0,
    )  # fmt: skip


def header(sectors, table, directory, *, lists):
    count = 1
    while (len(table) + count) * 4 > count * SECTOR:
        count += 1
    places = list(range(len(sectors), len(sectors) + count))
    whole = [*table, *([FAT] * count)]
    whole += [FREE] * (count * SECTOR // 4 - len(whole))
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, count, directory, 0, CUT_OFF, *lists, END, 0,
    )  # fmt: skip
    head += struct.pack("<109I", *places, *([FREE] * (109 - count)))
    return head + b"".join(sectors) + struct.pack(f"<{len(whole)}I", *whole)
