package io.github.mirrorball.chart;

import java.util.List;

/** Puts sentences into alt text while there is room for them. */
final class Alt {

    private static final String MORE = " …";

    private Alt() {}

    static String of(String opening, List<String> sentences) {
        StringBuilder alt = new StringBuilder(cut(opening));
        for (String sentence : sentences) {
            if (alt.length() + 1 + sentence.length() > Picture.LONGEST_ALT - MORE.length()) {
                return alt.append(MORE).toString();
            }
            alt.append(' ').append(sentence);
        }
        return alt.toString();
    }

    private static String cut(String opening) {
        int most = Picture.LONGEST_ALT - MORE.length();
        int end = opening.offsetByCodePoints(0, Math.min(most / 2, opening.codePointCount(0, opening.length())));
        return opening.length() <= most ? opening : opening.substring(0, end) + MORE;
    }
}
