"""Keeps our local pages to themselves: what each answer carries, and whom a request is from."""

from collections.abc import Collection

from aiohttp import web

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
_HOSTS = ("127.0.0.1", "localhost", "[::1]")


def is_from_here(request: web.Request, allowed: Collection[str] = ()) -> bool:
    """Refuse names that lead here by a trick (DNS rebinding) and pages of other sites.

    `allowed` holds names that an operator's own proxy answers to.
    """
    if request.transport is None:
        return False
    port = request.transport.get_extra_info("sockname")[1]
    hosts = {f"{host}:{port}" for host in _HOSTS} | (set(_HOSTS) if port == 80 else set())
    host = request.headers.get("Host", "").lower()
    if host not in hosts and host not in allowed:
        return False
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return request.method == "GET" and request.headers.get("Sec-Fetch-Mode") == "navigate"
    origins = {f"http://{host}"} if host in hosts else {f"http://{host}", f"https://{host}"}
    return request.headers.get("Origin", "").lower() in ("", *origins)
