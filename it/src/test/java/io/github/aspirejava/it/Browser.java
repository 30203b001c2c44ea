package io.github.aspirejava.it;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Headless Chromium, with a new profile that is discarded. */
final class Browser {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Browser() {}

    /**
     * Opens a page and waits until its scripts are idle.
     *
     * @param screenshot the file for a screenshot, a PNG
     * @return the document as the scripts have left it
     */
    static String open(String url, Path screenshot) {
        List<String> command = List.of(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + Workspace.newDirectory("browser"),
                "--window-size=800,400",
                "--virtual-time-budget=20000",
                "--dump-dom",
                "--screenshot=" + screenshot,
                url);
        try (RunningProcess browser = RunningProcess.start(new ProcessBuilder(command))) {
            int exitCode = browser.exitCode(PATIENCE);
            String output = String.join("\n", browser.lines());
            if (exitCode != 0) {
                throw new IllegalStateException("chromium failed with %d:%n%s".formatted(exitCode, output));
            }
            return output;
        }
    }
}
