package io.github.aspirejava.maven.console;

import io.github.aspirejava.text.ForeignText;
import io.github.aspirejava.text.PrintableFailure;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Maven's log behind the filter for foreign text, which may be part of any message. */
public final class FilteredLog implements Log {
    private final Log log;

    /** Creates a log that prints to {@code log}. */
    public FilteredLog(Log log) {
        this.log = log;
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence content) {
        log.debug(filtered(content));
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        log.debug(filtered(content), PrintableFailure.of(error));
    }

    @Override
    public void debug(Throwable error) {
        log.debug(PrintableFailure.of(error));
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence content) {
        log.info(filtered(content));
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        log.info(filtered(content), PrintableFailure.of(error));
    }

    @Override
    public void info(Throwable error) {
        log.info(PrintableFailure.of(error));
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence content) {
        log.warn(filtered(content));
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        log.warn(filtered(content), PrintableFailure.of(error));
    }

    @Override
    public void warn(Throwable error) {
        log.warn(PrintableFailure.of(error));
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence content) {
        log.error(filtered(content));
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        log.error(filtered(content), PrintableFailure.of(error));
    }

    @Override
    public void error(Throwable error) {
        log.error(PrintableFailure.of(error));
    }

    private static String filtered(@Nullable CharSequence content) {
        return ForeignText.printable(content == null ? "" : content.toString());
    }
}
