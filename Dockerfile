# syntax=docker/dockerfile:1
# Builds the service with its dashboard, then keeps only what runs.

FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig BannedSymbols.txt ./
COPY src src
COPY wwwroot wwwroot
COPY wit wit
RUN dotnet publish src/Phira.PluginService --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS run
WORKDIR /app
COPY --from=build /app .
COPY plugins/welcome plugins/welcome
COPY plugins/dice plugins/dice
# The data volume inherits this owner; the service creates everything in it with owner-only rights.
RUN install --directory --owner="$APP_UID" --group="$APP_UID" --mode=0700 /data
USER $APP_UID
ENV PHIRA_HTTP__ADDRESS=0.0.0.0 \
    PHIRA_STORAGE__DATA_DIRECTORY=/data \
    PHIRA_PLUGINS__DIRECTORY=/app/plugins
VOLUME /data
EXPOSE 12346 12347
# The image has no curl: bash speaks HTTP well enough for one line.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/12347 && printf 'GET /healthz/ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["dotnet", "Phira.PluginService.dll"]
