#!/usr/bin/env bash
# nginx.sh [PORT]: nginx in the foreground over dist/ with deploy/nginx.conf, on 127.0.0.1, needing no root.
# HY_DIST and HY_DEPLOY name another site and its headers.
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
port=${1:-8081}

[ -e "$DIST/index.html" ] || { say "nginx: there is no $DIST/index.html yet: run 'make dist' first"; exit 1; }
[ -e "$DEPLOY/moved.conf" ] || { say "nginx: there is no $DEPLOY/moved.conf yet: run 'make dist' first"; exit 1; }

# nginx looks for files beside its configuration and below its prefix: a folder of links stands for both.
prefix=$ROOT/target/nginx-$port
rm -rf "$prefix"
mkdir -p "$prefix/conf.d" "$prefix/tmp" "$prefix/logs"
ln -s "$(cd "$DIST" && pwd)" "$prefix/site"
cp "$DEPLOY/csp.conf" "$DEPLOY/moved.conf" "$prefix/"
edits=(-e "s/listen 80 default_server;/listen 127.0.0.1:$port;/" -e "/listen \[::\]:80/d")
if modules=$(find_brotli_module); then
    ln -s "$modules" "$prefix/modules"
else
    say "nginx: no brotli module here, so .gz is served instead of .br; sizes will look larger than they are"
    edits+=(-e "/brotli/d")
fi
sed "${edits[@]}" deploy/nginx.conf >"$prefix/nginx.conf"
{
    for what in client_body proxy fastcgi uwsgi scgi; do echo "${what}_temp_path tmp/$what;"; done
    echo "access_log off;"
} >"$prefix/conf.d/local.conf"

# Started by root, nginx would hand its work to a user who may not be allowed to read this clone.
main="daemon off; pid nginx.pid; worker_processes 1; error_log logs/error.log warn;"
if [ "$(id -u)" = 0 ]; then main="user root; $main"; fi
exec nginx -p "$prefix/" -c "$prefix/nginx.conf" -e "$prefix/logs/error.log" -g "$main"
