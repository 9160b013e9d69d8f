package io.github.mirrorball.rehearsal.stage;

/** Nothing came in time. */
public record StageSilence(String reason) implements StageAnswer {}
