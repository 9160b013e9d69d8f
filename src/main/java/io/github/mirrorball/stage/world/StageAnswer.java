package io.github.mirrorball.stage.world;

/** What a person sees after having done something. */
public sealed interface StageAnswer permits StageMessage, StageForm, StageChoices, StageSilence {}
