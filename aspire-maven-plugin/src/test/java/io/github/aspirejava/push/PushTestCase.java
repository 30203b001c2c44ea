package io.github.aspirejava.push;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.image.Tag;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.VirtualTime;
import io.github.aspirejava.oci.registry.Registries;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A test case with a registry and everything that a push to it needs. */
@Timeout(60)
abstract class PushTestCase {
    static final Tag TAG = new Tag("1.0");

    final RegistryFixture registry = RegistryFixture.start();
    final Registries registries = new VirtualTime().registries();
    final Pusher pusher = new Pusher();
    final ForkJoinPool pool = new ForkJoinPool(4);

    @AfterEach
    void stop() {
        registry.close();
        pool.shutdownNow();
    }

    final PushedImage push(ImageContent image, PushTarget target) throws IOException, InterruptedException {
        return push(image, target, TAG);
    }

    final PushedImage push(ImageContent image, PushTarget target, Tag... tags)
            throws IOException, InterruptedException {
        return push(pusher, image, target, tags);
    }

    static PushedImage push(Pusher pusher, ImageContent image, PushTarget target, Tag... tags)
            throws IOException, InterruptedException {
        List<Tag> all = List.of(tags);
        return pusher.tag(pusher.upload(image, target, all, new Cancellation()), all, new Cancellation());
    }

    final PushTarget target(String repository) {
        return target(registry, repository);
    }

    final PushTarget target(RegistryFixture where, String repository) {
        return new PushTarget.InRegistry(registries.client(where.host()).repository(new Repository(repository)));
    }
}
