"""
`parse_batch`: one function for every engine, which fails for no document.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from tests.made_corpus import POISONS, documents, poisoned

import fazhi
from fazhi.corpus.batch import (
    INPUT_SCHEMA,
    OUTPUT_SCHEMA,
    as_batch,
    outcomes,
    parse_batch,
)
from fazhi.corpus.build import build
from fazhi.corpus.keeping import keep_outcomes
from fazhi.corpus.local import read_corpus
from fazhi.corpus.outcomes import Outcome
from fazhi.corpus.schemas import STORED
from fazhi.corpus.store import Store, open_store
from fazhi.errors import BatchTypeError


TEXT = "一、工作成效\n受理行政复议112件。"


def batch_of(contents: list[Any], kind: pa.DataType | None = None) -> pa.RecordBatch:
    names = pa.array([f"{place}.txt" for place in range(len(contents))], pa.string())
    column = pa.array(contents, kind)
    return pa.RecordBatch.from_arrays([names, names, column], names=INPUT_SCHEMA.names)


def raw_strings(*values: bytes) -> pa.Array:
    """
    A column of strings as another program may write it, whose bytes nobody has checked.
    """
    offsets = [0]
    for value in values:
        offsets.append(offsets[-1] + len(value))
    buffers = [None, pa.array(offsets, pa.int32()).buffers()[1], pa.py_buffer(b"".join(values))]
    return pa.Array.from_buffers(pa.string(), len(values), buffers)


def one(contents: Any, kind: pa.DataType | None = None) -> Outcome:
    [found] = outcomes(parse_batch(batch_of([contents], kind)))
    return found


def test_each_document_gives_a_row_in_order() -> None:
    made = [*documents(20)]
    batch = batch_of([document.content for document in made])

    parsed = parse_batch(batch)

    assert parsed.schema == OUTPUT_SCHEMA
    assert parsed.column("id").equals(batch.column("id"))
    for document, found in zip(made, outcomes(parsed), strict=True):
        assert found.report is not None
        assert found.report.text == document.content


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view()], ids=str)
def test_strings_are_the_text_itself(kind: pa.DataType) -> None:
    found = one("<p>受理112件</p>", kind).report

    assert found is not None
    assert found.text == "<p>受理112件</p>"


@pytest.mark.parametrize("kind", [pa.binary(), pa.large_binary(), pa.binary_view()], ids=str)
def test_bytes_are_read_as_a_file(kind: pa.DataType) -> None:
    found = one(TEXT.encode("gb18030"), kind).report

    assert found is not None
    assert found.text == TEXT
    assert found.meta.source["encoding"] == "gb18030"


def test_a_row_holds_what_a_parse_gives() -> None:
    data = TEXT.encode()
    batch = pa.RecordBatch.from_pylist(
        [{"id": "7", "name": "甲.txt", "content": data}], schema=INPUT_SCHEMA
    )

    [row] = parse_batch(batch).to_pylist()

    report = fazhi.parse(data).to_dict()
    report["meta"]["source"]["name"] = "甲.txt"
    assert json.loads(row["report"]) == report
    assert (row["id"], row["error_type"], row["error_message"]) == ("7", None, None)
    assert row["sha256"] == report["meta"]["source"]["sha256"]


def test_a_document_without_a_name_is_called_by_its_id() -> None:
    row = {"id": "7", "name": None, "content": TEXT.encode()}

    [found] = outcomes(parse_batch(pa.RecordBatch.from_pylist([row], schema=INPUT_SCHEMA)))

    assert found.report is not None
    assert found.report.meta.source["name"] == "7"


def test_a_document_without_an_id_keeps_its_row() -> None:
    row = {"id": None, "name": None, "content": TEXT.encode()}

    parsed = parse_batch(pa.RecordBatch.from_pylist([row], schema=INPUT_SCHEMA))

    assert parsed.column("id").null_count == 1
    assert parsed.column("report").null_count == 0


@pytest.mark.parametrize(("name", "content", "error"), POISONS, ids=[row[0] for row in POISONS])
def test_no_document_stops_the_batch(name: str, content: Any, error: str | None) -> None:
    if isinstance(content, str):
        kind, column = pa.string(), raw_strings(content.encode("utf-8", "surrogatepass"))
    else:
        kind = pa.binary()
        column = pa.array([content], kind)
    good = pa.array([TEXT if kind == pa.string() else TEXT.encode()], kind)
    ids = pa.array(["1", "2", "3"])
    names = pa.array(["good.txt", name, "good.txt"])
    contents = pa.concat_arrays([good, column, good])
    batch = pa.RecordBatch.from_arrays([ids, names, contents], names=INPUT_SCHEMA.names)

    first, found, last = outcomes(parse_batch(batch))

    assert first.report == last.report is not None
    assert (found.error and found.error.type) == error
    assert (found.report is None) == (error is not None)
    if error is not None:
        assert found.error is not None
        assert found.error.message
        assert found.error.sha256 == found.sha256
        assert (found.sha256 is None) == (content is None)


def test_half_a_character_comes_through_arrow() -> None:
    text = "受理\ud800行政复议112件\udfff。"
    column = raw_strings(text.encode("utf-8", "surrogatepass"))
    names = pa.array(["甲"])
    batch = pa.RecordBatch.from_arrays([names, names, column], names=INPUT_SCHEMA.names)

    parsed = parse_batch(batch)

    parsed.validate(full=True)  # all strings are UTF-8
    [found] = outcomes(parsed)
    assert found.report is not None
    assert found.report.text == text


def test_strings_that_are_no_utf_8_are_read_as_a_file() -> None:
    names = raw_strings("甲.txt".encode("gb18030"))
    column = raw_strings(TEXT.encode("gb18030"))
    ids = pa.array(["1"])
    batch = pa.RecordBatch.from_arrays([ids, names, column], names=INPUT_SCHEMA.names)

    parsed = parse_batch(batch)

    parsed.validate(full=True)
    [found] = outcomes(parsed)
    assert found.report is not None
    assert found.report.text == TEXT


def test_a_column_of_nothing_is_a_failure_for_each_document() -> None:
    found = parse_batch(batch_of([None, None]))

    assert found.column("error_type").to_pylist() == ["ReadError"] * 2


def test_an_empty_batch_gives_an_empty_batch() -> None:
    parsed = parse_batch(batch_of([], pa.binary()))

    assert parsed.schema == OUTPUT_SCHEMA
    assert parsed.num_rows == 0


def test_part_of_a_batch_is_parsed_alone() -> None:
    batch = batch_of([f"受理{number}件" for number in range(10, 20)])

    part = parse_batch(batch.slice(3, 2))

    assert part.column("id").to_pylist() == ["3.txt", "4.txt"]
    assert [found.report and found.report.text for found in outcomes(part)] == [
        "受理13件",
        "受理14件",
    ]


def test_further_columns_are_left_out() -> None:
    batch = batch_of([TEXT]).append_column("url", pa.array(["x"]))

    assert parse_batch(batch).schema == OUTPUT_SCHEMA


# Something that is no batch of documents, and a word that the message must hold.
WRONG = {
    "a table": (pa.table({"id": ["1"]}), "RecordBatch"),
    "a list": ([TEXT], "RecordBatch"),
    "no content": (pa.RecordBatch.from_pydict({"id": ["1"], "name": ["1"]}), "content"),
    "numbers as ids": (
        pa.RecordBatch.from_pydict({"id": [1], "name": ["1"], "content": [b""]}),
        "'id' must be of strings, not of int64",
    ),
    "bytes as names": (
        pa.RecordBatch.from_pydict({"id": ["1"], "name": [b"1"], "content": [b""]}),
        "'name' must be of strings",
    ),
    "lists as contents": (
        pa.RecordBatch.from_pydict({"id": ["1"], "name": ["1"], "content": [[b""]]}),
        "strings or bytes",
    ),
    "two columns of one name": (
        pa.RecordBatch.from_arrays(
            [pa.array(["1"])] * 4, names=["id", "name", "content", "content"]
        ),
        "several columns 'content'",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_batch_of_documents_is_refused_at_once(name: str) -> None:
    given, word = WRONG[name]

    with pytest.raises(BatchTypeError, match=word) as caught:
        parse_batch(given)

    assert isinstance(caught.value, fazhi.FazhiError)
    assert isinstance(caught.value, TypeError)


def test_reports_that_no_column_can_hold_become_failures() -> None:
    parsed = [Outcome(source=str(size), sha256=None, content=b"x" * size) for size in (5, 6, 2)]

    rows = as_batch(["5", "6", "2"], parsed, room=8).to_pylist()

    assert [row["error_type"] for row in rows] == [None, "BatchTooLarge", None]
    assert [row["report"] for row in rows] == ["x" * 5, None, "x" * 2]


def test_the_report_is_decoded_when_it_is_asked_for() -> None:
    row = dict.fromkeys(OUTPUT_SCHEMA.names, None) | {"id": "1", "report": "no report"}

    [found] = outcomes(pa.RecordBatch.from_pylist([row], schema=OUTPUT_SCHEMA))

    assert found.content == b"no report"
    with pytest.raises(fazhi.SchemaError):
        _ = found.report


def test_the_same_batch_gives_the_same_rows_in_any_process(tmp_path: Path) -> None:
    names = []
    contents = []
    for name, content in poisoned(100):
        names.append(name)
        contents.append(
            content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        )
    columns = [pa.array(names), pa.array(names), pa.array(contents, pa.binary())]
    batch = pa.RecordBatch.from_arrays(columns, schema=INPUT_SCHEMA)
    with pa.ipc.new_file(tmp_path / "in.arrow", batch.schema) as file:
        file.write(batch)
    code = (
        "import sys, pyarrow as pa; from fazhi.corpus.batch import parse_batch\n"
        "parsed = parse_batch(pa.ipc.open_file('in.arrow').get_batch(0))\n"
        "with pa.ipc.new_file('out.arrow', parsed.schema) as file: file.write(parsed)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "7"}

    subprocess.run([sys.executable, "-c", code], check=True, cwd=tmp_path, env=environment)

    with pa.ipc.open_file(tmp_path / "out.arrow") as file:
        assert file.get_batch(0).equals(parse_batch(batch))


def test_without_pyarrow_the_message_says_how_to_get_it() -> None:
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "import fazhi\n"
        "try: import fazhi.corpus.batch\n"
        "except fazhi.FazhiError as error: print(error)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}

    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environment
    )

    assert 'pip install "fazhi[arrow]"' in done.stdout


@pytest.mark.parametrize("suffix", [".duckdb", ".parquet"])
def test_outcomes_are_kept_as_a_build_would_keep_them(tmp_path: Path, suffix: str) -> None:
    made = {name: content for name, content in poisoned(24, every=8) if content is not None}
    folder = tmp_path / "files"
    folder.mkdir()
    for name, content in made.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name).write_bytes(data)

    store = tmp_path / f"kept{suffix}"
    count = keep_outcomes(read_corpus(folder, workers=0), store)
    done = build(folder, store, workers=0)

    assert (count, done.skipped, done.read + done.failed) == (len(made), len(made), 0)
    built = tmp_path / f"built{suffix}"
    build(folder, built, workers=0)
    with open_store(store) as one, open_store(built) as other:
        for table in STORED:
            rows = [sorted(map(str, all_rows(of, table))) for of in (one, other)]
            assert rows[0] == rows[1], table


def all_rows(store: Store, table: str) -> list[dict[str, Any]]:
    return [row for batch in store.batches(table) for row in batch.to_pylist()]
