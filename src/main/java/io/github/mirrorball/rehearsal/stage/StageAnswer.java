package io.github.mirrorball.rehearsal.stage;

/** What a person sees after having done something. */
public sealed interface StageAnswer permits StageMessage, StageForm, StageChoices, StageSilence {}
