"""Checks the sample library's manifest against its documents. Prints each fault; exit 1 if there is one.

Needs pdftotext (poppler-utils) and the packages of requirements.txt. White space is compared collapsed,
as Proofline compares it; everything else must match to the letter.
"""

import email
import io
import re
import subprocess
import sys
import tomllib
from collections import Counter
from email.policy import default
from functools import cache
from pathlib import Path

import docx
from bs4 import BeautifulSoup

SAMPLE = Path(__file__).resolve().parent.parent
DOCUMENTS = SAMPLE / "documents"
WORDS = {
    "case.kind": {"litigation", "regulatory_action", "government_action", "investigation"},
    "relation.kind": {"waits_on", "follows", "consolidated_into", "appeals"},
    "party.kind": {"person", "organisation", "class"},
    "event.status": {"alleged", "reported", "confirmed", "disputed", "scheduled"},
    "account.stance": {"reports", "alleges", "denies", "confirms", "rules"},
    "amount.kind": {"claimed", "offered", "settled", "fined", "awarded", "paid"},
    "amount.scope": {"total", "per_head"},
    "amount.currency": {"USD", "EUR", "GBP"},
}
DAY = r"\d{4}(-\d\d(-\d\d)?)?[~?%]?"
EDTF = re.compile(rf"({DAY}|({DAY}|\.\.)/({DAY}|\.\.)|\[(\.\.)?{DAY}((\.\.|,){DAY})*(\.\.)?\])?")
DECIMAL = re.compile(r"(\d+(\.\d+)?)?")
DECLARATION = re.compile(r"sample (e-mail )?written for Proofline from public reporting", re.IGNORECASE)
SMALLEST = {"case": 6, "event": 34, "document": 16}
LARGEST_FILE = 150_000

faults = []


def main():
    manifest = tomllib.loads((SAMPLE / "manifest.toml").read_text("utf-8"))
    check_counts(manifest)
    cases = keys(manifest["case"])
    parties = keys(manifest["party"])
    keys(manifest["event"])
    check_cases(manifest["case"], cases)
    check_parties(manifest["party"], cases)
    check_documents(manifest["document"], cases)
    files = {document["file"] for document in manifest["document"]}
    for event in manifest["event"]:
        check_event(event, cases, parties, files)
    report_use(manifest)
    for line in faults:
        print("fault:", line)
    print(f"{len(faults)} faults")
    sys.exit(bool(faults))


def expect(holds, message):
    if not holds:
        faults.append(message)


def keys(rows):
    count = Counter(row["key"] for row in rows)
    for key in count:
        expect(count[key] == 1, f"key {key} is used {count[key]} times")
    return set(count)


def word(table, value, where):
    expect(value in WORDS[table], f"{where}: {value!r} is no {table}")


def edtf(value, where):
    expect(EDTF.fullmatch(value), f"{where}: {value!r} does not look like EDTF")


def check_counts(manifest):
    for table, least in SMALLEST.items():
        found = len(manifest[table])
        print(f"{found} {table}s")
        expect(found >= least, f"{found} {table}s, at least {least} wanted")


def check_cases(rows, cases):
    for case in rows:
        word("case.kind", case["kind"], case["key"])
        for relation in case.get("relations", []):
            word("relation.kind", relation["kind"], case["key"])
            expect(relation["to"] in cases, f"{case['key']}: no case {relation['to']}")


def check_parties(rows, cases):
    for party in rows:
        word("party.kind", party["kind"], party["key"])
        for role in party["roles"]:
            edtf(role["when"], party["key"])
            expect(role["case"] in cases, f"{party['key']}: no case {role['case']}")


def check_documents(rows, cases):
    listed = {row["file"] for row in rows}
    for row in rows:
        expect(set(row["cases"]) <= cases, f"{row['file']}: unknown case in {row['cases']}")
        for date in ("published", "dated"):
            edtf(row.get(date, ""), f"{row['file']} {date}")
        text = " ".join(map(collapsed, pages(row["file"])))
        expect(DECLARATION.search(text), f"{row['file']}: does not say that it is a sample")
    for path in sorted(DOCUMENTS.iterdir()):
        size = path.stat().st_size
        expect(size <= LARGEST_FILE, f"{path.name}: {size} bytes")
        attached = [f"{path.name}/{name}" for name in attachments(path)] if path.suffix == ".eml" else []
        for name in [path.name, *attached]:
            expect(name in listed, f"{name} is not in the manifest")


def check_event(event, cases, parties, files):
    key = event["key"]
    expect(event["case"] in cases, f"{key}: no case {event['case']}")
    expect(set(event["parties"]) <= parties, f"{key}: unknown party in {event['parties']}")
    word("event.status", event["status"], key)
    edtf(event["when"], key)
    expect(event.get("account"), f"{key}: no account")
    for account in event.get("account", []):
        expect(account["document"] in files, f"{key}: no document {account['document']}")
        check_account(account, f"{key}, {account['document']} page {account['page']}")


def check_account(account, where):
    word("account.stance", account["stance"], where)
    edtf(account["when"], where)
    page = collapsed(pages(account["document"])[account["page"] - 1])
    quote = account["quote"]
    found = page.count(quote)
    expect(found == 1, f"{where}: found {found} times: {quote!r}")
    expect(5 <= len(quote.split()) <= 40, f"{where}: {len(quote.split())} words: {quote!r}")
    expect(account["stated"] in page, f"{where}: not stated: {account['stated']!r}")
    for amount in account.get("amounts", []):
        check_amount(amount, page, where)


def check_amount(amount, page, where):
    for field in ("kind", "scope", "currency"):
        word(f"amount.{field}", amount[field], where)
    for stated in filter(None, (amount, amount.get("converted"))):
        expect(stated["as_stated"] in page, f"{where}: not stated: {stated['as_stated']!r}")
        for end in ("low", "high"):
            figure = stated.get(end, "")
            expect(DECIMAL.fullmatch(figure), f"{where}: {figure!r} is no decimal")


def report_use(manifest):
    accounts = [(event, account) for event in manifest["event"] for account in event["account"]]
    cited = {account["document"] for _, account in accounts}
    origin = {row["file"]: row["origin"] for row in manifest["document"]}
    print(len(accounts), "accounts;", sum(event["when"] == "" for event in manifest["event"]), "undated events")
    print("events by case:", dict(Counter(event["case"] for event in manifest["event"])))
    print("events by status:", dict(Counter(event["status"] for event in manifest["event"])))
    print("not cited:", sorted(set(origin) - cited))
    for event in manifest["event"]:
        papers = {account["document"] for account in event["account"]}
        origins = {origin[paper] for paper in papers}
        if len(papers) > 1:
            print(f"  {event['key']}: {len(papers)} papers, {len(origins)} origins")


def collapsed(text):
    return " ".join(text.split())


@cache
def pages(file):
    """The text of each page of a document, or of an e-mail's attachment ("mail.eml/name.pdf")."""
    name, _, attached = file.partition("/")
    content = (DOCUMENTS / name).read_bytes()
    if attached:
        return read(attached, attachments(DOCUMENTS / name)[attached])
    return read(name, content)


def read(name, content):
    kind = name.rsplit(".", 1)[1]
    if kind == "pdf":
        return pdf_pages(content)
    if kind == "docx":
        return ["\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)]
    if kind == "html":
        return [html_text(content.decode("utf-8"))]
    if kind == "eml":
        return [mail_text(email.message_from_bytes(content, policy=default))]
    return [content.decode("windows-1252" if name == "precis-longfield-money.txt" else "utf-8")]


def pdf_pages(content):
    run = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True)
    return run.stdout.decode("utf-8").split("\f")[:-1]


def html_text(markup):
    soup = BeautifulSoup(markup, "html.parser")
    for hidden in soup(["style", "title"]):
        hidden.decompose()
    return soup.get_text(" ")


def mail_text(message):
    headers = [f"{name}: {message[name]}" for name in ("From", "To", "Cc", "Date", "Subject") if message[name]]
    body = message.get_body(("plain", "html"))
    text = body.get_content()
    return "\n".join([*headers, "", html_text(text) if body.get_content_subtype() == "html" else text])


def attachments(path):
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    return {part.get_filename(): part.get_payload(decode=True) for part in message.iter_attachments()}


if __name__ == "__main__":
    main()
