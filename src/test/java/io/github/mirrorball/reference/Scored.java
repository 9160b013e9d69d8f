package io.github.mirrorball.reference;

import java.math.BigDecimal;
import java.util.OptionalInt;

/** One counted pick and its points, the joker not yet applied; a season-long one belongs to no episode. */
record Scored(String fan, OptionalInt episode, BigDecimal points, boolean correct) {}
