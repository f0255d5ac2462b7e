"""aiohttp: a session for each call, or one for the scenario where it needs a jar or few connections."""

import asyncio
import threading

import aiohttp

from driver import body_of, response, set_proxies

loop = asyncio.new_event_loop()
threading.Thread(target=loop.run_forever, daemon=True).start()


def run(coroutine):
    return asyncio.run_coroutine_threadsafe(coroutine, loop).result()


async def stream_of(parts):
    for part in parts:
        yield part


def data_of(request):
    form = request.get("form")
    if form is None:
        body = body_of(request)
        return stream_of(body) if body is not None and "stream" in request["body"] else body
    if form["as"] == "blob":
        return form["text"].encode()
    data = aiohttp.FormData(quote_fields=False)
    for name, value in form["fields"]:
        data.add_field(name, value)
    if "file" in form:
        file = form["file"]
        data.add_field(file["name"], open(file["path"], "rb"), content_type=file["type"], filename=file["path"].rsplit("/", 1)[-1])
    elif form["as"] == "multipart":
        data._is_multipart = True  # no public way to ask for it without a file
    return data


class Client:
    name = "python/aiohttp"
    version = aiohttp.__version__
    capabilities = [
        "manual", "max-redirects", "auth", "cookies", "query", "cookie-jar", "agent", "proxy", "http-proxy-only",
        "client-certificate", "form", "stream-body", "abort",
    ]  # fmt: skip

    def __init__(self, scenario):
        self.scenario = scenario
        self.tasks = {}
        self.kept = run(self.session()) if {"cookie-jar", "agent"} & set(scenario.needs) else None

    async def session(self):
        limit = {"limit_per_host": 1} if "agent" in self.scenario.needs else {}
        return aiohttp.ClientSession(trust_env=True, connector=aiohttp.TCPConnector(**limit))

    def options(self, request):
        return {
            "data": data_of(request),
            "allow_redirects": request.get("redirect") != "manual",
            "ssl": self.scenario.tls(request),
            **({"max_redirects": request["maxRedirects"]} if "maxRedirects" in request else {}),
            **({"auth": aiohttp.BasicAuth(request["auth"]["username"], request["auth"]["password"])} if "auth" in request else {}),
            **({"cookies": dict(request["cookies"])} if "cookies" in request else {}),
            **({"params": request["query"]} if "query" in request else {}),
        }

    async def call(self, request):
        headers = [tuple(field) for field in request["headers"]]
        if request.get("form", {}).get("as") == "blob":
            headers.append(("Content-Type", request["form"]["type"]))
        session = self.kept or await self.session()
        try:
            async with session.request(request["method"], request["url"], headers=headers, **self.options(request)) as answer:
                history = [{"status": each.status, "url": str(each.url)} for each in answer.history]
                fields = [(name.decode(), value.decode("latin-1")) for name, value in answer.raw_headers]
                return response(answer.status, fields, await answer.read(), str(answer.url), history)
        finally:
            if session is not self.kept:
                await session.close()

    async def start(self, number, request):
        self.tasks[number] = asyncio.ensure_future(self.call(request))
        if request.get("aborted"):
            self.tasks[number].cancel()
        try:
            return await self.tasks[number]
        except asyncio.CancelledError as error:
            return {"error": {"name": "CancelledError", "message": str(error) or "cancelled"}}

    def send(self, number, request):
        set_proxies(request)
        return run(self.start(number, request))

    def abort(self, number):
        if number in self.tasks:
            loop.call_soon_threadsafe(self.tasks[number].cancel)

    def close(self):
        if self.kept:
            run(self.kept.close())
