package io.github.aspirejava.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LayerCacheTest {
    @TempDir
    Path directory;

    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final AtomicInteger written = new AtomicInteger();

    private LayerCache open() throws CacheException {
        return open(1 << 20);
    }

    private LayerCache open(long maxBytes) throws CacheException {
        return LayerCache.open(directory.resolve("cache"), maxBytes, clock);
    }

    private static Digest key(String name) {
        return Digest.of(name.getBytes(StandardCharsets.UTF_8));
    }

    private CachedLayer layer(LayerCache cache, String name) throws CacheException, IOException, InterruptedException {
        return cache.layer(key(name), Compression.STORED, tar -> {
            written.incrementAndGet();
            tar.write(content(name));
        });
    }

    /** Returns 10000 bytes. */
    private static byte[] content(String name) {
        byte[] content = new byte[10_000];
        new Random(name.hashCode()).nextBytes(content);
        return content;
    }

    private static byte[] read(CachedLayer layer) throws IOException {
        try (InputStream in = layer.open()) {
            return Gunzip.all(in.readAllBytes());
        }
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("cache").resolve(name))) {
            return files.toList();
        }
    }

    private Path file(String name) {
        return directory.resolve("cache/layers-1").resolve(key(name).hex());
    }

    @Test
    void writesALayerOnceAndFindsItAgainLater() throws Exception {
        try (LayerCache cache = open()) {
            assertThat(read(layer(cache, "a"))).isEqualTo(content("a"));
            assertThat(layer(cache, "a").diffId()).isEqualTo(Digest.of(content("a")));
        }
        try (LayerCache cache = open()) {
            CachedLayer again = layer(cache, "a");
            assertThat(read(again)).isEqualTo(content("a"));
            assertThat(again.diffId()).isEqualTo(Digest.of(content("a")));
            assertThat(again.descriptor().size()).isEqualTo(Files.size(file("a")) - 150);
        }
        assertThat(written).hasValue(1);
    }

    @Test
    void letsOneThreadWriteALayerThatSeveralAskFor() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch asked = new CountDownLatch(3);
        CountDownLatch writing = new CountDownLatch(1);
        try (LayerCache cache = open()) {
            Future<CachedLayer> first = threads.submit(() -> cache.layer(key("a"), Compression.DEFLATED, tar -> {
                writing.countDown();
                awaitLatch(asked);
                written.incrementAndGet();
                tar.write(content("a"));
            }));
            writing.await();
            List<Future<CachedLayer>> others = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                others.add(threads.submit(() -> {
                    asked.countDown();
                    return layer(cache, "a");
                }));
            }
            for (Future<CachedLayer> other : others) {
                assertThat(other.get()).isSameAs(first.get());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(written).hasValue(1);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void letsTwoProcessesWriteTheSameLayerAtTheSameTime() throws Exception {
        try (LayerCache one = open();
                LayerCache other = open()) {
            CachedLayer[] inner = new CachedLayer[1];
            CachedLayer outer = one.layer(key("a"), Compression.STORED, tar -> {
                tar.write(content("a"), 0, 5000);
                inner[0] = inOtherProcess(other);
                tar.write(content("a"), 5000, 5000);
            });

            assertThat(outer.descriptor()).isEqualTo(inner[0].descriptor());
            assertThat(read(outer)).isEqualTo(content("a"));
            assertThat(read(inner[0])).isEqualTo(content("a"));
        }
        assertThat(files("layers-1")).containsExactly(file("a"));
        assertThat(files("temporary")).isEmpty();
    }

    private CachedLayer inOtherProcess(LayerCache cache) throws CacheException, IOException {
        try {
            return layer(cache, "a");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void asksAgainAfterAFailure() throws Exception {
        try (LayerCache cache = open()) {
            assertThatThrownBy(() -> cache.layer(key("a"), Compression.STORED, tar -> {
                        tar.write(content("a"));
                        throw new IOException("unreadable");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("unreadable");
            assertThat(files("layers-1")).isEmpty();
            assertThat(files("temporary")).isEmpty();

            assertThat(read(layer(cache, "a"))).isEqualTo(content("a"));
        }
    }

    @Test
    void letsTheOthersTryThemselvesWhenTheFirstFails() throws Exception {
        CountDownLatch fail = new CountDownLatch(1);
        firstThenOthers(
                () -> {
                    awaitLatch(fail);
                    throw new IllegalStateException("changed");
                },
                (first, others) -> {
                    fail.countDown();
                    assertThatThrownBy(first::get).hasRootCauseMessage("changed");
                    for (Future<CachedLayer> other : others) {
                        assertThat(other.get()).isSameAs(others.get(0).get());
                    }
                    assertThat(read(others.get(0).get())).isEqualTo(content("a"));
                });
        assertThat(written).hasValue(1);
    }

    @Test
    void letsTheOthersTryThemselvesWhenTheFirstIsInterrupted() throws Exception {
        firstThenOthers(
                () -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        throw new InterruptedIOException("enough");
                    }
                },
                (first, others) -> {
                    first.cancel(true);
                    for (Future<CachedLayer> other : others) {
                        assertThat(read(other.get())).isEqualTo(content("a"));
                    }
                });
        assertThat(written).hasValue(1);
    }

    @Test
    void doesNotMakeAThreadWaitThatIsInterrupted() throws Exception {
        CountDownLatch finish = new CountDownLatch(1);
        firstThenOthers(() -> awaitLatch(finish), (first, others) -> {
            others.get(0).cancel(true);
            finish.countDown();
            assertThat(others.get(1).get()).isSameAs(first.get());
        });
        assertThat(written).as("nothing was written by those who waited").hasValue(0);
    }

    /** Writes a layer in one thread while two others wait for it. */
    private void firstThenOthers(Blocking duringFirst, Check check) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        CountDownLatch writing = new CountDownLatch(1);
        try (LayerCache cache = open()) {
            Future<CachedLayer> first = threads.submit(() -> cache.layer(key("a"), Compression.STORED, tar -> {
                writing.countDown();
                duringFirst.run();
                tar.write(content("a"));
            }));
            writing.await();
            CountDownLatch asked = new CountDownLatch(2);
            List<Future<CachedLayer>> others = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                others.add(threads.submit(() -> {
                    asked.countDown();
                    return layer(cache, "a");
                }));
            }
            asked.await();
            check.accept(first, others);
        } finally {
            threads.shutdownNow();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @FunctionalInterface
    private interface Blocking {
        void run() throws IOException, CacheException;
    }

    @FunctionalInterface
    private interface Check {
        void accept(Future<CachedLayer> first, List<Future<CachedLayer>> others) throws Exception;
    }

    @Test
    void makesAShortenedLayerAnew() throws Exception {
        try (LayerCache cache = open()) {
            layer(cache, "a");
        }
        try (RandomAccessFile file = new RandomAccessFile(file("a").toFile(), "rw")) {
            file.setLength(file.length() - 1000);
        }
        try (LayerCache cache = open()) {
            assertThat(read(layer(cache, "a"))).isEqualTo(content("a"));
        }
        Files.write(file("a"), new byte[0]);
        try (LayerCache cache = open()) {
            assertThat(read(layer(cache, "a"))).isEqualTo(content("a"));
        }
        assertThat(written).hasValue(3);
    }

    @Test
    void noticesWrongBytesWhenALayerIsReadAndMakesItAnewTheNextTime() throws Exception {
        try (LayerCache cache = open()) {
            layer(cache, "a");
        }
        try (RandomAccessFile file = new RandomAccessFile(file("a").toFile(), "rw")) {
            file.seek(5000);
            file.write(file.read() + 1);
        }
        try (LayerCache cache = open()) {
            CachedLayer damaged = layer(cache, "a");
            assertThatThrownBy(() -> damaged.open().readAllBytes())
                    .isInstanceOf(IOException.class)
                    .hasMessage("The cached layer %s is damaged and has been removed. Run the build again"
                            .formatted(file("a")));
            assertThat(file("a")).doesNotExist();

            assertThat(read(layer(cache, "a"))).isEqualTo(content("a"));
        }
        assertThat(written).hasValue(2);
    }

    @Test
    void removesTheLayersThatWereNotUsedForTheLongestTime() throws Exception {
        for (String name : List.of("a", "b", "c", "a")) {
            try (LayerCache cache = open(35_000)) {
                layer(cache, name);
                clock.advance(Duration.ofHours(1));
            }
        }
        try (LayerCache cache = open(35_000)) {
            layer(cache, "d");
        }

        assertThat(files("layers-1")).containsExactlyInAnyOrder(file("a"), file("c"), file("d"));
        open(15_000).close();
        assertThat(files("layers-1")).containsExactly(file("d"));
    }

    @Test
    void doesNotRemoveWhatThisProcessUses() throws Exception {
        try (LayerCache cache = open(15_000)) {
            layer(cache, "a");
            clock.advance(Duration.ofHours(1));
            layer(cache, "b");

            assertThat(files("layers-1")).containsExactlyInAnyOrder(file("a"), file("b"));
        }
    }

    @Test
    void readsALayerThatAnotherProcessHasRemoved() throws Exception {
        try (LayerCache cache = open();
                LayerCache other = open(15_000)) {
            CachedLayer layer = layer(cache, "a");
            clock.advance(Duration.ofHours(1));
            layer(other, "b");

            assertThat(file("a")).doesNotExist();
            assertThat(read(layer)).isEqualTo(content("a"));
            assertThat(read(layer)).isEqualTo(content("a"));
        }
    }

    @Test
    void keepsALayerReadableForOthersWhenAReaderIsInterrupted() throws Exception {
        try (LayerCache cache = open()) {
            CachedLayer layer = layer(cache, "a");
            Thread.currentThread().interrupt();
            byte[] interrupted = read(layer);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(interrupted).isEqualTo(content("a"));
            assertThat(read(layer)).isEqualTo(content("a"));
        }
    }

    @Test
    void givesEveryReaderItsOwnPosition() throws Exception {
        try (LayerCache cache = open();
                InputStream one = layer(cache, "a").open();
                InputStream other = layer(cache, "a").open()) {
            byte[] first = one.readNBytes(3000);
            assertThat(other.readNBytes(3000)).isEqualTo(first);
            assertThat(one.readAllBytes()).isEqualTo(other.readAllBytes());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void isNotHarmedWhenAProcessIsKilledWhileItWrites() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HangingWriter.class.getName(),
                        directory.resolve("cache").toString(),
                        key("a").toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("written");
        process.destroyForcibly().waitFor();

        assertThat(files("layers-1")).isEmpty();
        assertThat(files("temporary")).hasSize(1);
        Files.setLastModifiedTime(files("temporary").get(0), FileTime.from(clock.instant()));
        try (LayerCache cache = open()) {
            assertThat(files("temporary")).as("may still be in use").hasSize(1);
            assertThat(read(layer(cache, "a"))).isEqualTo(content("a"));
        }
        clock.advance(Duration.ofHours(25));
        open().close();
        assertThat(files("temporary")).isEmpty();
        assertThat(files("layers-1")).containsExactly(file("a"));
    }

    /** A process that never finishes the layer that it writes. */
    static final class HangingWriter {
        private HangingWriter() {}

        public static void main(String[] arguments) throws Exception {
            try (LayerCache cache = LayerCache.open(Path.of(arguments[0]))) {
                cache.layer(Digest.parse(arguments[1]), Compression.STORED, tar -> {
                    tar.write(new byte[1_000_000]);
                    System.out.println("written");
                    System.in.read();
                });
            }
        }
    }

    @Test
    void namesTheDirectoryThatCannotBeWrittenTo() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> LayerCache.open(file.resolve("cache")))
                .isInstanceOf(CacheException.class)
                .hasMessageStartingWith(
                        "The cache directory %s cannot be written to (".formatted(file.resolve("cache")))
                .hasMessageEndingWith("Make it writable, or name another one: -Daspire.cache=DIRECTORY");
    }

    @Test
    void leavesNothingBehindWhenTheDiskIsFull() throws Exception {
        try (LayerCache cache = open()) {
            assertThatThrownBy(() -> cache.layer(key("a"), Compression.STORED, tar -> {
                        tar.write(content("a"));
                        throw new CacheFileOutput.Failure(new IOException("No space left on device"));
                    }))
                    .isInstanceOf(CacheException.class)
                    .hasMessage(
                            "The cache directory %s cannot be written to (No space left on device). Make room there, or name another one: -Daspire.cache=DIRECTORY",
                            directory.resolve("cache"));
        }
        assertThat(files("layers-1")).isEmpty();
        assertThat(files("temporary")).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void tellsAFullDiskApart() {
        assertThatThrownBy(() -> {
                    try (var out = CacheFileOutput.open(Path.of("/dev/full"))) {
                        out.write(1);
                    }
                })
                .isInstanceOf(CacheFileOutput.Failure.class)
                .hasMessage("No space left on device");
    }
}
