package io.github.aspirejava.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DelayedLineTest {
    private static final long DELAY = 50;

    private final Clock clock = new Clock();

    @Test
    void eachByteIsUnderWayForTheDelay() throws Exception {
        DelayedLine line = new DelayedLine(clock, 0, DELAY);
        line.send(arriving(1000, "first", 1010, "second"));

        assertThat(received(line)).containsExactly("first at 1050", "second at 1060");
    }

    @Test
    void whatIsUnderWayDoesNotWaitForWhatWentBeforeIt() throws Exception {
        DelayedLine line = new DelayedLine(clock, 0, DELAY);
        line.send(arriving(1000, "first", 1000, "second", 1000, "third"));

        assertThat(received(line)).containsExactly("first at 1050", "second at 1050", "third at 1050");
    }

    @Test
    void nothingIsSentBeforeTheConnectionIsSetUp() throws Exception {
        DelayedLine line = new DelayedLine(clock, 1100, DELAY);
        line.send(arriving(1000, "at once", 1200, "later"));

        assertThat(received(line)).containsExactly("at once at 1150", "later at 1250");
    }

    @Test
    void bytesArriveUnchanged() throws Exception {
        byte[] bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        DelayedLine line = new DelayedLine(clock, 0, DELAY);
        line.send(new ByteArrayInputStream(bytes));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        line.receive(out);

        assertThat(out.toByteArray()).isEqualTo(bytes);
    }

    private List<String> received(DelayedLine line) throws Exception {
        List<String> texts = new ArrayList<>();
        line.receive(new OutputStream() {
            @Override
            public void write(int value) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                texts.add(new String(bytes, from, count, StandardCharsets.US_ASCII) + " at " + clock.now);
            }
        });
        return texts;
    }

    /** Returns a stream of texts, each preceded by the time at which it becomes readable. */
    private InputStream arriving(Object... timesAndTexts) {
        Deque<Object> left = new ArrayDeque<>(List.of(timesAndTexts));
        return new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] bytes, int from, int count) {
                if (left.isEmpty()) {
                    return -1;
                }
                clock.now = (int) left.remove();
                byte[] text = left.remove().toString().getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(text, 0, bytes, from, text.length);
                return text.length;
            }
        };
    }

    /** A clock that advances by each sleep. */
    private static final class Clock implements DelayedLine.Timer {
        private long now;

        @Override
        public long now() {
            return now;
        }

        @Override
        public void sleepUntil(long time) {
            now = time;
        }
    }
}
