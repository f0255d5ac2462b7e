"""httpx: a client for each call, or one for the scenario where it needs a jar or few connections. Following is switched on."""

from contextlib import nullcontext

import httpx

from driver import OnRedirect, body_of, certificate_files, response


def form_options(form):
    if form["as"] == "urlencoded":
        return {"data": dict(form["fields"])}
    if form["as"] == "blob":
        return {"content": form["text"].encode(), "headers": {"Content-Type": form["type"]}}
    parts = [(name, (None, value)) for name, value in form["fields"]]
    if "file" in form:
        file = form["file"]
        parts.append((file["name"], (file["path"].rsplit("/", 1)[-1], open(file["path"], "rb"), file["type"])))
    return {"files": parts}


def proxies_of(request):
    if "socksProxy" in request:
        return {"all://": request["socksProxy"]}
    if "proxy" not in request:
        return None
    proxy = request["proxy"]
    used = {f"{scheme}://": proxy[scheme] for scheme in ("http", "https") if scheme in proxy}
    return {**used, **{f"all://{host}": None for host in proxy["bypass"]}}


def hooks_for(ask):
    """An answer is shown to the caller before it is followed; what the caller adds goes into the request after it."""
    added = []

    def on_response(answer):
        if answer.has_redirect_location:
            added[:] = ask(answer.status_code, str(answer.url))

    def on_request(sent):
        for name, value in added:
            sent.headers[name] = value

    return {"request": [on_request], "response": [on_response]}


class Client:
    name = "python/httpx"
    version = httpx.__version__
    waits_only_for_some_time = True  # 5 s for each step: connecting, reading and writing
    capabilities = [
        "manual", "max-redirects", "auth", "netrc", "cookies", "query", "cookie-jar", "proxy", "http-proxy-only",
        "client-certificate", "http2", "form", "stream-body", "on-redirect",
    ]  # fmt: skip

    def __init__(self, scenario):
        self.scenario = scenario
        self.kept = self.client({}, 1) if "cookie-jar" in scenario.needs else None

    def client(self, request, call):
        return httpx.Client(
            verify=self.scenario.ca,
            follow_redirects=True,
            proxies=proxies_of(request),
            http2="http2" in request,
            **({"cert": certificate_files(request)} if "clientCertificate" in request else {}),
            **({"max_redirects": request["maxRedirects"]} if "maxRedirects" in request else {}),
            **({"event_hooks": hooks_for(OnRedirect(call, request["onRedirect"]))} if "onRedirect" in request else {}),
        )

    def send(self, call, request):
        body = form_options(request["form"]) if "form" in request else {"content": body_of(request)}
        # As `httpx.request` does.
        with nullcontext(self.kept) if self.kept else self.client(request, call) as client:
            answer = client.request(
                request["method"],
                request["url"],
                headers=[*map(tuple, request["headers"]), *body.pop("headers", {}).items()],
                **body,
                **({"follow_redirects": False} if request.get("redirect") == "manual" else {}),
                **({"auth": (request["auth"]["username"], request["auth"]["password"])} if "auth" in request else {}),
                **({"cookies": dict(request["cookies"])} if "cookies" in request else {}),
                **({"params": [tuple(pair) for pair in request["query"]]} if "query" in request else {}),
            )
        history = [{"status": each.status_code, "url": str(each.url)} for each in answer.history]
        return response(answer.status_code, answer.headers.multi_items(), answer.content, str(answer.url), history)

    def close(self):
        if self.kept:
            self.kept.close()
