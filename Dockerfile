# syntax=docker/dockerfile:1
# Builds the service with its dashboard, then keeps only what runs.

# The program is the same for every processor: it is built by the one that is here.
FROM --platform=$BUILDPLATFORM node:22-bookworm-slim AS node

FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
# What decides which packages are fetched, and nothing else: the layers with the packages are used again until one of these files changes.
COPY src/Phira.PluginService.Dashboard/package.json src/Phira.PluginService.Dashboard/package-lock.json src/Phira.PluginService.Dashboard/
RUN npm ci --prefix src/Phira.PluginService.Dashboard --no-audit --no-fund
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/Phira.PluginService/Phira.PluginService.csproj src/Phira.PluginService/Dashboard.targets src/Phira.PluginService/Gallery.targets src/Phira.PluginService/packages.lock.json src/Phira.PluginService/
COPY src/Phira.PluginService.Core/Phira.PluginService.Core.csproj src/Phira.PluginService.Core/packages.lock.json src/Phira.PluginService.Core/
COPY src/Phira.PluginService.GameServer/Phira.PluginService.GameServer.csproj src/Phira.PluginService.GameServer/packages.lock.json src/Phira.PluginService.GameServer/
COPY src/Phira.PluginService.Packaging/Phira.PluginService.Packaging.csproj src/Phira.PluginService.Packaging/packages.lock.json src/Phira.PluginService.Packaging/
COPY src/Phira.PluginService.Plugins/Phira.PluginService.Plugins.csproj src/Phira.PluginService.Plugins/packages.lock.json src/Phira.PluginService.Plugins/
COPY src/Phira.PluginService.Sandbox/Phira.PluginService.Sandbox.csproj src/Phira.PluginService.Sandbox/packages.lock.json src/Phira.PluginService.Sandbox/
COPY src/Phira.PluginService.Protocol/Phira.PluginService.Protocol.csproj src/Phira.PluginService.Protocol/packages.lock.json src/Phira.PluginService.Protocol/
COPY src/Phira.PluginService.Simulation/Phira.PluginService.Simulation.csproj src/Phira.PluginService.Simulation/packages.lock.json src/Phira.PluginService.Simulation/
COPY src/Phira.PluginService.Storage/Phira.PluginService.Storage.csproj src/Phira.PluginService.Storage/packages.lock.json src/Phira.PluginService.Storage/
RUN dotnet restore src/Phira.PluginService --locked-mode
COPY .editorconfig BannedSymbols.txt ./
COPY src src
COPY wwwroot wwwroot
COPY wit wit
# The gallery, from which the dashboard installs: the published program finds it beside itself.
COPY plugins plugins
RUN dotnet publish src/Phira.PluginService --no-restore --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS run
COPY --from=build /app /app
# Copied to the plugins directory at the first start: that is a volume, in which the dashboard installs, replaces and removes plugins.
COPY plugins/welcome /app/samples/welcome
COPY plugins/dice /app/samples/dice
# Volumes inherit this owner; the service creates everything in its data directory with owner-only rights.
RUN install --directory --owner="$APP_UID" --group="$APP_UID" --mode=0700 /data /plugins
USER $APP_UID
ENV PHIRA_HTTP__ADDRESS=0.0.0.0 \
    PHIRA_STORAGE__DATA_DIRECTORY=/data \
    PHIRA_PLUGINS__DIRECTORY=/plugins \
    PHIRA_PLUGINS__SAMPLES_DIRECTORY=/app/samples
VOLUME ["/data", "/plugins"]
# phira.toml is read from here when it exists, and so is the server_config.yml of the official server.
WORKDIR /config
EXPOSE 12346 12347
# The image has no curl: bash speaks HTTP well enough for one line.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/12347 && printf 'GET /healthz/ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["dotnet", "/app/Phira.PluginService.dll"]
