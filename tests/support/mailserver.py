# SPDX-License-Identifier: GPL-3.0-only
"""A mail server for tests: mailserver.py CERTIFICATE KEY [--implicit-tls | --no-tls]

Listens on a free port of 127.0.0.1 and prints it. Then every mail it took as one line of JSON, with "user", "from",
"to" and "data". Wants STARTTLS and the login signalbox / "mail secret" first, unless told otherwise. Refuses recipients
whose address begins with "refused". Ends when its standard input does.
"""
import asyncio
import json
import logging
import ssl
import sys
import warnings

from aiosmtpd.smtp import SMTP, AuthResult


def say(value):
    print(json.dumps(value), flush=True)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused"):
            return "550 5.1.1 Nobody of that name here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        user = session.auth_data.decode() if session.auth_data else ""
        say({"user": user, "from": envelope.mail_from, "to": envelope.rcpt_tos, "data": envelope.content.decode()})
        return "250 OK kept"


def authenticate(server, session, envelope, mechanism, login):
    right = login.login == b"signalbox" and login.password == b"mail secret"
    return AuthResult(success=right, handled=right, auth_data=login.login)


async def serve(mode, context):
    def session():
        if mode == "--no-tls":
            return SMTP(Handler())
        login = {"authenticator": authenticate, "auth_required": True}
        if mode == "--implicit-tls":
            return SMTP(Handler(), auth_require_tls=False, **login)
        return SMTP(Handler(), tls_context=context, require_starttls=True, **login)

    loop = asyncio.get_running_loop()
    tls = context if mode == "--implicit-tls" else None
    server = await loop.create_server(session, "127.0.0.1", 0, ssl=tls)
    say(server.sockets[0].getsockname()[1])
    await loop.run_in_executor(None, sys.stdin.read)


def main():
    logging.disable()  # refused handshakes belong to the tests
    warnings.simplefilter("ignore")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    asyncio.run(serve(sys.argv[3] if len(sys.argv) > 3 else "", context))


main()
