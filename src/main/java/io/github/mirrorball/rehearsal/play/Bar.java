package io.github.mirrorball.rehearsal.play;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress as a bar on the terminal, for someone who watches. */
final class Bar implements Progress {

    private static final int MILLIS_BETWEEN_UPDATES = 100;

    private final ProgressBar bar;

    Bar(String title, int steps) {
        bar = new ProgressBarBuilder()
                .setTaskName(title)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLIS_BETWEEN_UPDATES)
                .build();
    }

    @Override
    public void step(String what) {
        bar.setExtraMessage(what);
        bar.step();
    }

    @Override
    public void close() {
        bar.setExtraMessage("");
        bar.close();
    }
}
