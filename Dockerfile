FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -q -B -Dmaven.test.skip=true package
# A Java of what the bot uses and no more.
RUN jlink --output /opt/java --no-header-files --no-man-pages --include-locales=de,en,es,fr \
      --add-modules java.desktop,java.naming,java.security.jgss,java.sql,jdk.localedata,jdk.management,jdk.net,jdk.unsupported
# Plays a season once, so that each start finds its classes loaded and linked. The paths must stay as they are here. Profiles are left out: a
# start is no faster with them, and they take 10 MB of memory.
RUN install -D --preserve-timestamps target/mirrorball.jar /app/mirrorball.jar \
    && /opt/java/bin/java -XX:+UseSerialGC -Xmx512m -XX:AOTCacheOutput=/app/mirrorball.aot -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining \
      -Xlog:aot=error -jar /app/mirrorball.jar rehearse --headless --fans 5

FROM debian:trixie-slim
LABEL org.opencontainers.image.title="Mirrorball" \
      org.opencontainers.image.description="A fan prediction league for a weekly TV competition, as a Discord bot" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN useradd --user-group --uid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin mirrorball \
    && install --directory --owner=mirrorball --group=mirrorball --mode=0700 /data
COPY --from=build /opt/java /opt/java
COPY --from=build /app /app
# Two arenas are enough for a bot that mostly waits, and save memory; so does giving back what compiling took.
ENV DATA_DIR=/data \
    MALLOC_ARENA_MAX=2
VOLUME /data
WORKDIR /data
USER mirrorball
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/java/bin/java", "-XX:AOTCache=/app/mirrorball.aot", "-XX:+UseSerialGC", "-Xms24m", "-Xmx512m", "-XX:TrimNativeHeapInterval=5000", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/mirrorball.jar"]
CMD ["run"]
