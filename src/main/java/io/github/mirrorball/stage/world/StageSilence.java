package io.github.mirrorball.stage.world;

/** Nothing came in time. */
public record StageSilence(String reason) implements StageAnswer {}
