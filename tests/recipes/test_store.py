"""Object storage behind a CDN, following the guide; nginx plays the CDN."""

import json
from pathlib import Path

import pytest

from bantin.deploy.s3 import connect
from tests.deploy.kinds import KEYS
from tests.deploy.servers import reachable, s3
from tests.recipes.guide import Section
from tests.recipes.machine import Machine, machine
from tests.recipes.waiting import soon

READABLE = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::bucket/*"}
CDN = """\
server {{
    listen 443 ssl;
    location / {{
        rewrite ^(.*/)$ $1index.html;
        rewrite ^(.*)$ /bucket/folder$1 break;
        proxy_pass {store};
        proxy_intercept_errors on;
        error_page 404 /404.html;
    }}
}}
"""


def test_a_site_in_a_store_is_served_as_it_was_published(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    guide = Section("publishing.md", "Object storage and a CDN")
    with s3() as store, machine(store) as host:
        client = connect(store, "us-east-1")
        client.create_bucket(Bucket="bucket")
        client.put_bucket_policy(Bucket="bucket", Policy=json.dumps({"Version": "2012-10-17", "Statement": [READABLE]}))
        bulletin = begun(host)
        host.follow(guide.take("console", "$ pip install"), bulletin)
        host.write("/etc/nginx/sites-enabled/cdn", CDN.format(store=store))
        host.follow("# apt-get install nginx-light", bulletin)
        soon(lambda: reachable(host.port))
        host.run("bantin verify https://bantin.example/", bulletin)
        missing = host.run("curl -s -w '%{http_code}' https://bantin.example/khong-co/", bulletin)
        assert missing == (bulletin / "site/404.html").read_text() + "404"
    guide.followed()


def begun(host: Machine) -> Path:
    """A new bulletin with the targets of the guide."""
    bulletin = host.home / "bulletin"
    host.run(f"bantin init bulletin --ci none --base-url {host.address}", host.home)
    with (bulletin / "content/site.yml").open("a", encoding="utf-8") as file:
        file.write(host.changed(Section("publishing.md", "Targets").take("text", "deploy:")))
    return bulletin
