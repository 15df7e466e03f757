"""A backend for images at level "library", in nothing but Python's standard library.

Run: python3 backend.py PORT, with CLOUDFLARE_API_BASE_URL, CLOUDFLARE_ACCOUNT_ID and
CLOUDFLARE_API_TOKEN in the environment. Any bearer token is taken for its user's id.
"""

import json
import os
import re
import sys
import uuid
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit
from urllib.request import Request, urlopen

PREFIX = "/api/images"
TYPES = {"image/jpeg", "image/png", "image/webp", "image/gif", "image/heic", "image/heif"}
ACCOUNT = "{CLOUDFLARE_API_BASE_URL}/accounts/{CLOUDFLARE_ACCOUNT_ID}/images".format(**os.environ)
RESERVED = {"keys", "stats", "variants", "config", "batch_token", "direct_upload"}


class Refusal(Exception):
    def __init__(self, status, code, message):
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


def invalid(message):
    return Refusal(422, "invalid-request", message)


def not_found():
    return Refusal(404, "not-found", "There is no such image among yours.")


def cloudflare(method, path, fields=None, data=None):
    """One call of Cloudflare's API; None where there is no such image."""
    headers = {"Authorization": "Bearer " + os.environ["CLOUDFLARE_API_TOKEN"], "Accept": "application/json"}
    body = None
    if fields is not None:
        boundary = uuid.uuid4().hex
        parts = [
            f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in fields.items()
        ]
        body = ("".join(parts) + f"--{boundary}--\r\n").encode()
        headers["Content-Type"] = f"multipart/form-data; boundary={boundary}"
    if data is not None:
        body = json.dumps(data).encode()
        headers["Content-Type"] = "application/json"
    try:
        with urlopen(Request(ACCOUNT + path, body, headers, method=method), timeout=30) as answer:
            return json.load(answer)["result"]
    except HTTPError as error:
        error.read()
        if error.code == 404:
            return None
        raise


def shown(image, names=()):
    """An image as a browser may see it: without its creator."""
    names_of = ("id", "filename", "uploaded", "requireSignedURLs")
    kept = {name: image[name] for name in names_of}
    kept["meta"] = image.get("meta") or {}
    if image.get("draft"):
        kept["draft"] = True
    if not image["requireSignedURLs"]:
        kept["variants"] = image.get("variants", [])
    if names and not image.get("draft"):
        urls = {url.rsplit("/", 1)[1]: url for url in image.get("variants", [])}
        kept["urls"] = {name: urls[name] for name in names if name in urls}
    return kept


def checked_facts(facts):
    sides = isinstance(facts, dict) and [facts.get("w"), facts.get("h")]
    if not sides or not all(type(side) is int and side > 0 for side in sides):
        raise invalid("facts: must have w and h.")
    return {key: value for key, value in facts.items() if key in ("w", "h", "c", "t", "a", "n", "alt", "f", "sha", "st")}


def joined(own, facts):
    metadata = {**own, "rci": facts} if facts else own
    if len(json.dumps(metadata, separators=(",", ":"), ensure_ascii=False).encode()) > 1024:
        raise Refusal(422, "metadata-too-large", "Metadata and facts take more than 1,024 bytes.")
    return metadata


def own_fields(value):
    if not isinstance(value, dict):
        raise invalid("metadata: must be an object.")
    return {key: field for key, field in value.items() if key not in ("rci", "__proto__")}


def merged(value, patch):
    """JSON merge patch, RFC 7396."""
    result = dict(value)
    for key, change in patch.items():
        if change is None:
            result.pop(key, None)
        elif isinstance(change, dict):
            before = result.get(key)
            result[key] = merged(before if isinstance(before, dict) else {}, change)
        else:
            result[key] = change
    return result


class Images(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def serve(self):
        self.unread = int(self.headers.get("Content-Length") or 0)
        try:
            status, body = self.answer()
        except Refusal as refusal:
            status, body = refusal.status, {"error": {"code": refusal.code, "message": refusal.message}}
        except Exception as error:
            print(repr(error), file=sys.stderr)
            status, body = 500, {"error": {"code": "server-error", "message": "The backend failed."}}
        self.rfile.read(self.unread)
        data = b"" if status == 204 else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Cache-Control", "private, no-store")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PATCH = do_DELETE = do_PUT = do_OPTIONS = serve

    def answer(self):
        url = urlsplit(self.path)
        if url.path != PREFIX and not url.path.startswith(PREFIX + "/"):
            raise Refusal(404, "endpoint-not-found", "Nothing is served here.")
        item = unquote(url.path[len(PREFIX) + 1 :])
        if self.command == "OPTIONS":
            return 204, None
        name = ("item_" if item else "") + self.command.lower()
        action = {"post": self.mint, "get": self.list, "item_get": self.get}
        action |= {"item_patch": self.patch, "item_delete": self.delete}
        if name not in action or item.startswith("-/"):
            raise Refusal(404, "endpoint-not-found", "There is no such call.")
        if self.command != "GET":
            self.refuse_other_sites()
        user = re.fullmatch(r"Bearer (\w+)", self.headers.get("Authorization", ""))
        if not user:
            raise Refusal(401, "unauthorized", "Sign in to use these images.")
        return action[name](user[1], item or parse_qs(url.query, keep_blank_values=True))

    def refuse_other_sites(self):
        site, origin = self.headers.get("Sec-Fetch-Site"), self.headers.get("Origin")
        is_own = origin is None or urlsplit(origin).netloc == self.headers.get("Host")
        if site not in (None, "same-origin", "none") or not is_own:
            raise Refusal(403, "forbidden", "This page may not do this.")

    def json(self):
        if not re.match(r"application/json\s*(;|$)", self.headers.get("Content-Type", ""), re.I):
            raise Refusal(415, "invalid-request", "The body must be JSON.")
        if self.unread > 16_384:
            raise Refusal(413, "invalid-request", "The body is too long.")
        body, self.unread = self.rfile.read(self.unread), 0
        try:
            value = json.loads(body)
        except ValueError:
            value = None
        if not isinstance(value, dict):
            raise invalid("The body must be a JSON object.")
        return value

    def find(self, user, item):
        segments = item.split("/")
        is_id = 0 < len(item) <= 1024 and item not in RESERVED and not {"", ".", ".."} & set(segments)
        image = cloudflare("GET", "/v1/" + quote(item, safe="")) if is_id else None
        if not image or image.get("creator") != user:
            raise not_found()
        return image

    def mint(self, user, _):
        sent = self.json()
        filename, size = sent.get("filename"), sent.get("size")
        if not isinstance(filename, str) or not 0 < len(filename) <= 255:
            raise invalid("filename: must be a text of 1 to 255 characters.")
        if sent.get("type") not in TYPES:
            raise Refusal(415, "unsupported-type", "No such file is taken here.")
        if type(size) is not int or size <= 0:
            raise invalid("size: must be a whole number.")
        if size > 10_000_000:
            raise Refusal(413, "file-too-large", "The file is too large.")
        facts = checked_facts(sent["facts"]) if "facts" in sent else None
        metadata = joined(own_fields(sent.get("metadata", {})), facts)
        expiry = (datetime.now(timezone.utc) + timedelta(minutes=5)).isoformat(timespec="milliseconds")
        fields = {"creator": user, "metadata": json.dumps(metadata), "requireSignedURLs": "false"}
        minted = cloudflare("POST", "/v2/direct_upload", {**fields, "expiry": expiry.replace("+00:00", "Z")})
        return 201, {"id": minted["id"], "uploadURL": minted["uploadURL"], "expiresAt": expiry}

    def list(self, user, query):
        first = {name: values[0] for name, values in query.items()}
        limit, sort = first.get("limit", "50"), first.get("sort", "newest")
        if not re.fullmatch(r"\d{1,4}", limit) or not 1 <= int(limit) <= 1000:
            raise invalid("limit: must be a whole number from 1 to 1000.")
        if sort not in ("newest", "oldest"):
            raise invalid("sort: must be newest or oldest.")
        search = {"per_page": limit, "creator": user, "sort_order": "desc" if sort == "newest" else "asc"}
        if first.get("cursor"):
            search["continuation_token"] = first["cursor"]
        page = cloudflare("GET", "/v2?" + urlencode(search))
        names = first.get("urls", "").split(",") if first.get("urls") else ()
        answer = {"images": [shown(image, names) for image in page["images"]]}
        if page.get("continuation_token"):
            answer["cursor"] = page["continuation_token"]
        return 200, answer

    def get(self, user, item):
        names = parse_qs(urlsplit(self.path).query).get("urls", [""])[0]
        return 200, shown(self.find(user, item), names.split(",") if names else ())

    def patch(self, user, item):
        sent = self.json()
        image = self.find(user, item)
        if "requireSignedURLs" in sent:
            raise Refusal(403, "forbidden", "You may not change who sees this image.")
        meta = dict(image.get("meta") or {})
        facts = dict(meta.pop("rci", None) or {})
        for name, key in (("alt", "alt"), ("focalPoint", "f")):
            if sent.get(name) is not None:
                facts[key] = sent[name]
            elif name in sent:
                facts.pop(key, None)
        own = merged(meta, own_fields(sent.get("metadata") or {}))
        path = "/v1/" + quote(item, safe="")
        return 200, shown(cloudflare("PATCH", path, data={"metadata": joined(own, facts)}))

    def delete(self, user, item):
        try:
            self.find(user, item)
            cloudflare("DELETE", "/v1/" + quote(item, safe=""))
        except Refusal:
            pass
        return 204, None


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Images)
    print(server.server_address[1], flush=True)
    server.serve_forever()
