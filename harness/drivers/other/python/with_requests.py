"""requests: its functions, or a session where a scenario needs a jar or few connections."""

from contextlib import nullcontext

import requests
from requests.adapters import HTTPAdapter

from driver import body_of, certificate_files, joined, response, set_proxies


def form_options(form):
    if form["as"] == "urlencoded":
        return {"data": form["fields"]}
    if form["as"] == "blob":
        return {"data": form["text"].encode()}
    parts = [(name, (None, value)) for name, value in form["fields"]]
    if "file" in form:
        file = form["file"]
        parts.append((file["name"], (file["path"].rsplit("/", 1)[-1], open(file["path"], "rb"), file["type"])))
    return {"files": parts}


def socks_of(request):
    return dict.fromkeys(("http", "https"), request["socksProxy"].replace("socks5:", "socks5h:")) if "socksProxy" in request else {}


class Client:
    name = "python/requests"
    version = requests.__version__
    capabilities = [
        "manual", "max-redirects", "auth", "netrc", "cookies", "query", "cookie-jar", "agent", "proxy", "http-proxy-only",
        "socks-proxy", "client-certificate", "form", "stream-body",
    ]  # fmt: skip

    def __init__(self, scenario):
        self.scenario = scenario
        self.kept = self.session() if {"cookie-jar", "agent"} & set(scenario.needs) else None

    def session(self):
        session = requests.Session()
        if "agent" in self.scenario.needs:
            for scheme in ("http://", "https://"):
                session.mount(scheme, HTTPAdapter(pool_maxsize=1, pool_block=True))
        return session

    def options(self, request):
        headers = joined(request["headers"])
        form = request.get("form")
        if form and form["as"] == "blob":
            headers["Content-Type"] = form["type"]
        return {
            "headers": headers,
            "allow_redirects": request.get("redirect") != "manual",
            "verify": self.scenario.ca,
            "proxies": socks_of(request),
            **(form_options(form) if form else {"data": body_of(request)}),
            **({"auth": (request["auth"]["username"], request["auth"]["password"])} if "auth" in request else {}),
            **({"cookies": dict(request["cookies"])} if "cookies" in request else {}),
            **({"params": request["query"]} if "query" in request else {}),
            **({"cert": certificate_files(request)} if "clientCertificate" in request else {}),
        }

    def send(self, call, request):
        set_proxies(request)
        # As `requests.request` does, whose session has no option for the number of redirects.
        with nullcontext(self.kept) if self.kept else self.session() as session:
            if "maxRedirects" in request:
                session.max_redirects = request["maxRedirects"]
            answer = session.request(request["method"], request["url"], **self.options(request))
        history = [{"status": each.status_code, "url": each.url} for each in answer.history]
        # `headers` of a response joins the values of one name; those of urllib3 do not.
        return response(answer.status_code, answer.raw.headers.items(), answer.content, answer.url, history)

    def close(self):
        if self.kept:
            self.kept.close()
