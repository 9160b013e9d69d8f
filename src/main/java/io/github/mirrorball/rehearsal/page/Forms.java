package io.github.mirrorball.rehearsal.page;

import io.github.mirrorball.stage.world.StageForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The forms that were opened and may still be sent. Thread-safe. */
final class Forms {

    private static final int KEPT = 100;

    private final Map<String, StageForm> opened = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, StageForm> eldest) {
            return size() > KEPT;
        }
    };
    private int last;

    /** Remembers a form under a name of its own. */
    synchronized String keep(StageForm form) {
        last++;
        opened.put(Integer.toString(last), form);
        return Integer.toString(last);
    }

    synchronized StageForm find(String name) {
        return Optional.ofNullable(opened.get(name))
                .orElseThrow(() -> new IllegalArgumentException("That form is gone. Open it again."));
    }
}
