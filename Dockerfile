FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -q -B -Dmaven.test.skip=true package

FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="Mirrorball" \
      org.opencontainers.image.description="A fan prediction league for a weekly TV competition, as a Discord bot" \
      org.opencontainers.image.licenses="Apache-2.0"
# Charts draw text, which Java cannot do without fontconfig and a font.
RUN apt-get update \
    && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --user-group --uid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin mirrorball \
    && install --directory --owner=mirrorball --group=mirrorball --mode=0700 /data
COPY --from=build /build/target/mirrorball.jar /app/mirrorball.jar
ENV DATA_DIR=/data
VOLUME /data
WORKDIR /data
USER mirrorball
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xms32m", "-Xmx512m", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/mirrorball.jar"]
CMD ["run"]
