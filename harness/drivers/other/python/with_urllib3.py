"""urllib3: a pool manager for each call, or one for the scenario where it needs few connections."""

import urllib3
from urllib3.contrib.socks import SOCKSProxyManager

from driver import body_of, certificate_files, joined, response


class Client:
    name = "python/urllib3"
    version = urllib3.__version__
    capabilities = ["manual", "max-redirects", "agent", "socks-proxy", "client-certificate", "form", "stream-body"]

    def __init__(self, scenario):
        self.scenario = scenario
        self.kept = self.manager({}) if "agent" in scenario.needs else None

    def manager(self, request):
        options = {"ca_certs": self.scenario.ca}
        if "agent" in self.scenario.needs:
            options.update(maxsize=1, block=True)
        if "clientCertificate" in request:
            options.update(zip(("cert_file", "key_file"), certificate_files(request)))
        if "socksProxy" in request:
            return SOCKSProxyManager(request["socksProxy"].replace("socks5:", "socks5h:"), **options)
        return urllib3.PoolManager(**options)

    def body(self, request):
        form = request.get("form")
        if not form:
            return {"body": body_of(request)}
        if form["as"] == "blob":
            return {"body": form["text"].encode()}
        fields = [tuple(field) for field in form["fields"]]
        if "file" in form:
            file = form["file"]
            with open(file["path"], "rb") as opened:
                fields.append((file["name"], (file["path"].rsplit("/", 1)[-1], opened.read(), file["type"])))
        return {"fields": fields, "encode_multipart": form["as"] == "multipart"}

    def send(self, call, request):
        headers = joined(request["headers"])
        if request.get("form", {}).get("as") == "blob":
            headers["Content-Type"] = request["form"]["type"]
        options = {"redirect": False} if request.get("redirect") == "manual" else {}
        if "maxRedirects" in request:
            options["retries"] = urllib3.Retry(redirect=request["maxRedirects"])
        manager = self.kept or self.manager(request)
        body = self.body(request)
        send = manager.request_encode_body if "fields" in body else manager.urlopen
        answer = send(request["method"], request["url"], headers=headers, **body, **options)
        history = [{"status": each.status, "url": each.url} for each in answer.retries.history if each.redirect_location]
        return response(answer.status, answer.headers.items(), answer.data, answer.geturl(), history)

    def close(self):
        pass
