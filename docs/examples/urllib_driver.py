"""A driver for urllib, Python's own HTTP client: docs/protocol.md, version 1, in one file.

    npm test -- '--client=exec:python3 docs/examples/urllib_driver.py'
"""

import base64
import json
import platform
import socket
import ssl
import sys
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, HTTPSHandler, Request, build_opener

protocol = sys.stdout
sys.stdout = sys.stderr  # what the client prints must not mix with the protocol
names = {}  # virtual "host:port" -> port on 127.0.0.1; new with every scenario


def say(message):
    protocol.write(json.dumps(message) + "\n")
    protocol.flush()


lookup = socket.getaddrinfo


def guarded_lookup(host, port, *rest, **options):
    """Below the client: maps virtual addresses to loopback, and reports and refuses all others."""
    address = f"{str(host).rstrip('.').lower()}:{port}"
    if address not in names:
        say({"blocked": address})
        raise ConnectionRefusedError(f"EBLOCKED {address} is not an origin of this scenario")
    return lookup("127.0.0.1", names[address], *rest, **options)


socket.getaddrinfo = guarded_lookup


def describe(error):
    cause = getattr(error, "reason", None) or error.__cause__
    described = {"name": type(error).__name__, "message": str(error)}
    return {**described, "cause": describe(cause)} if isinstance(cause, Exception) else described


def send(opener, request):
    body = request["body"] and base64.b64decode(request["body"]["base64"])
    sent = Request(request["url"], body, dict(request["headers"]), method=request["method"])
    try:
        response = opener.open(sent)
    except HTTPError as error:
        # urllib raises HTTPError for an error status, which is a response, and for a chain that it aborts, which is not.
        if str(error.msg).startswith(HTTPRedirectHandler.inf_msg):
            return {"error": describe(error), "class": "redirect-loop"}
        response = error
    with response:
        content = base64.b64encode(response.read()).decode()
        headers = [[name, value] for name, value in response.headers.items()]
        return {"response": {"status": response.status, "headers": headers, "body": {"base64": content}, "url": response.url}}


for line in sys.stdin:
    message = json.loads(line)
    if "hello" in message:
        runtime = f"python {platform.python_version()}"
        say({"ready": {"protocol": 1, "name": "urllib", "version": platform.python_version(), "runtime": runtime, "capabilities": []}})
    elif "open" in message:
        names = message["open"]["names"]
        opener = build_opener(HTTPSHandler(context=ssl.create_default_context(cadata=message["open"]["ca"])))
        say({"opened": message["open"]["scenario"]})
    elif "send" in message:
        try:
            answer = send(opener, message["send"]["request"])
        except Exception as error:
            answer = {"error": describe(error)}
        say({"id": message["send"]["id"], **answer})
    elif "close" in message:
        say({"closed": message["close"]["scenario"]})
