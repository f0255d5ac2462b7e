"""Speaks the line protocol (docs/protocol.md) for a client in Python. `python3 driver.py requests` loads with_requests.py.

A client is a class with `name`, `version`, `capabilities` and `send`; a new object is made for each scenario.
"""

import base64
import functools
import importlib
import json
import os
import platform
import socket
import ssl
import sys
import threading

protocol = sys.stdout
sys.stdout = sys.stderr  # what the client prints must not mix with the protocol
speaking = threading.Lock()
names = {}  # virtual "host:port" -> port on 127.0.0.1; new with every scenario


def say(message):
    with speaking:
        protocol.write(json.dumps(message) + "\n")
        protocol.flush()


# Below the client: virtual addresses are mapped to loopback, all others are reported and refused.

lookup = socket.getaddrinfo
connect = socket.socket.connect


def address_of(host, port):
    host = host.decode() if isinstance(host, bytes) else str(host)
    try:
        host = host.encode("idna").decode()
    except UnicodeError:
        pass  # not a name, such as a label that is too long: it is in no scenario
    return f"{host.rstrip('.').lower()}:{port}"


def port_for(host, port):
    address = address_of(host, port)
    if address not in names:
        say({"blocked": address})
        raise ConnectionRefusedError(f"EBLOCKED {address} is not an origin of this scenario")
    return names[address]


def mapped_lookup(host, port, *rest, **options):
    return lookup("127.0.0.1", port_for(host, port), *rest, **{**options, "family": socket.AF_INET} if options else {})


def mapped_connect(self, address):
    if self.family not in (socket.AF_INET, socket.AF_INET6):
        return connect(self, address)
    host, port = address[:2]
    if host == "127.0.0.1" and port in names.values():
        return connect(self, address)
    # Some clients look no literal address up. An IPv6 socket reaches IPv4 by a mapped address.
    loopback = "127.0.0.1" if self.family == socket.AF_INET else "::ffff:127.0.0.1"
    return connect(self, (loopback, port_for(host, port)))


socket.getaddrinfo = mapped_lookup
socket.socket.connect = mapped_connect


# What every client needs.


def home_file(name, text):
    path = os.path.join(os.environ["HOME"], name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


class Scenario:
    def __init__(self, opened):
        self.needs = opened["needs"]
        self.ca = home_file("root.pem", opened["ca"])

    def tls(self, request):
        """The context of a user who trusts one root certificate, and may have a certificate too."""
        if "clientCertificate" not in request:
            return self.trust
        context = ssl.create_default_context(cafile=self.ca)
        context.load_cert_chain(*certificate_files(request))
        return context

    @functools.cached_property
    def trust(self):
        # One for all calls: aiohttp uses a connection again only with the same context.
        return ssl.create_default_context(cafile=self.ca)


def certificate_files(request):
    certificate = request["clientCertificate"]
    return home_file("client.pem", certificate["cert"]), home_file("client-key.pem", certificate["key"])


def set_proxies(request):
    """Proxies by environment variables: the only way that all of these clients share, and the only one with exceptions."""
    proxy = request.get("proxy", {"bypass": []})
    for scheme in ("http", "https"):
        os.environ.pop(f"{scheme}_proxy", None)
        if scheme in proxy:
            os.environ[f"{scheme}_proxy"] = proxy[scheme]
    os.environ["no_proxy"] = ",".join(proxy["bypass"])


def body_of(request):
    """None, bytes, or a generator of the parts of a stream."""
    body = request["body"]
    if body is None:
        return None
    if "stream" in body:
        return (base64.b64decode(part) for part in body["stream"])
    return base64.b64decode(body["base64"])


def joined(headers):
    """The fields for a client that takes a dictionary: values of one name are joined, as RFC 9110 section 5.3 allows."""
    fields = {}
    for name, value in headers:
        known = next((each for each in fields if each.lower() == name.lower()), name)
        fields[known] = f"{fields[known]}, {value}" if known in fields else value
    return fields


def response(status, headers, body, url, history=None):
    content = base64.b64encode(body).decode()
    seen = {} if history is None else {"history": history, "redirected": len(history) > 0}
    seen = {**seen, **({} if url is None else {"url": url})}
    return {"response": {"status": status, "headers": [list(field) for field in headers], "body": {"base64": content}, **seen}}


class RefusedByCaller(Exception):
    """What a function of the caller throws."""


class OnRedirect:
    """The function of the caller that is called before each redirect is followed; it returns fields for the next request."""

    def __init__(self, call, asked):
        self.call, self.asked, self.count = call, asked, 0

    def __call__(self, status, url):
        self.count += 1
        say({"told": {"call": self.call, "status": status, "url": url}})
        if self.asked.get("throwAt") == self.count:
            raise RefusedByCaller(f"redirect {self.count} is not wanted")
        return self.asked.get("add", [])


def describe(error):
    nested = getattr(error, "reason", None)
    cause = nested if isinstance(nested, Exception) else error.__cause__ or error.__context__
    described = {"name": type(error).__name__, "message": str(error) or repr(error)}
    return {**described, "cause": describe(cause)} if isinstance(cause, Exception) and cause is not error else described


running = set()  # the calls that have not settled


def answer(client, call, request):
    try:
        result = client.send(call, request)
    except Exception as error:
        result = {"error": describe(error)}
    running.discard(call)
    say({"id": call, **result})


def main(kind):
    global names
    client_class = importlib.import_module(f"with_{kind}").Client
    client = None
    for line in sys.stdin:
        message = json.loads(line)
        if "hello" in message:
            known = {"name": client_class.name, "version": client_class.version, "capabilities": client_class.capabilities}
            # A client that waits only for some time by default has a timer wherever it waits.
            timers = {"timers": True} if getattr(client_class, "waits_only_for_some_time", False) else {}
            say({"ready": {"protocol": 1, **known, **timers, "runtime": f"python {platform.python_version()}", "follows": True}})
        elif "open" in message:
            names = message["open"]["names"]
            running.clear()
            client = client_class(Scenario(message["open"]))
            say({"opened": message["open"]["scenario"]})
        elif "send" in message:
            arguments = (client, message["send"]["id"], message["send"]["request"])
            running.add(message["send"]["id"])
            threading.Thread(target=answer, args=arguments, daemon=True).start()
        elif "timers" in message:
            say({"pending": len(running)})
        elif "abort" in message and hasattr(client, "abort"):
            client.abort(message["abort"]["id"])
        elif "close" in message:
            client.close()
            say({"closed": message["close"]["scenario"]})


if __name__ == "__main__":
    sys.modules["driver"] = sys.modules["__main__"]
    main(sys.argv[1])
