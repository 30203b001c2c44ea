package io.github.aspirejava.fakes.registry;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * An OCI registry, by the <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md">OCI
 * distribution specification</a>. It supports every feature, until a test restricts it.
 */
public final class RegistryFixture extends FaultServer {
    private final RegistryContents contents;
    private final Switches switches;
    private final TokenServer tokens;
    private final Routes routes;
    private volatile Guard guard = Guard.NONE;
    private volatile String account = "";

    private RegistryFixture(Clock clock, RegistryContents contents, Switches switches, Routes routes) {
        super(clock);
        this.contents = contents;
        this.switches = switches;
        this.routes = routes;
        this.tokens = new TokenServer(clock);
    }

    /** Starts an empty registry that permits every request. */
    public static RegistryFixture start() {
        return start(Clock.systemUTC());
    }

    /** Starts a registry that logs requests and expires tokens by this clock. */
    public static RegistryFixture start(Clock clock) {
        RegistryContents contents = new RegistryContents();
        Switches switches = new Switches();
        RegistryFixture fixture = new RegistryFixture(clock, contents, switches, new Routes(contents, switches));
        fixture.serve();
        return fixture;
    }

    /** Returns the stored contents. */
    public RegistryContents contents() {
        return contents;
    }

    /** Requires user name and password from now on. */
    public RegistryFixture withBasic(String username, String password) {
        guard = Guard.basic(username, password);
        return this;
    }

    /**
     * Requires tokens of its own token server at {@code /token} from now on. A client without an account gets one to
     * read.
     */
    public RegistryFixture withBearer(String username, String password) {
        account = Guard.authorization(username, password);
        guard = Guard.bearer(tokens);
        return this;
    }

    /** Requires tokens from now on, which are issued for this refresh token too, by OAuth 2. */
    public RegistryFixture withRefreshToken(String refreshToken) {
        tokens.accept(refreshToken);
        guard = Guard.bearer(tokens);
        return this;
    }

    /** Sets the lifetime of tokens that are issued from now on. */
    public RegistryFixture tokensLive(Duration lifetime) {
        tokens.lifetime(lifetime);
        return this;
    }

    /** Invalidates all tokens that were issued so far. */
    public void expireTokens() {
        tokens.expireAll();
    }

    /** Refuses mounts from now on: each is answered with a new upload. */
    public RegistryFixture refuseMounts() {
        switches.refusesMounts = true;
        return this;
    }

    /** Refuses monolithic uploads from now on, with 405: blobs have to be sent in chunks. */
    public RegistryFixture refuseMonolithicUploads() {
        switches.refusesMonolithicUploads = true;
        return this;
    }

    /** Refuses uploads and chunks with a longer body from now on, with 413. */
    public RegistryFixture refuseBodiesAbove(long bytes) {
        switches.maxBodyBytes = bytes;
        return this;
    }

    /** Requires chunks of at least this length from now on, except for the last one, and announces this. */
    public RegistryFixture wantChunksOf(long bytes) {
        switches.minChunkBytes = bytes;
        return this;
    }

    /**
     * Stores a blob that is sent with the POST from now on; otherwise its body is ignored, as the specification allows.
     */
    public RegistryFixture takeBlobsWithPost() {
        switches.takesBlobsWithPost = true;
        return this;
    }

    /** Discards the bytes of interrupted requests from now on; otherwise they are kept. */
    public RegistryFixture loseBrokenUploads() {
        switches.losesBrokenUploads = true;
        return this;
    }

    /**
     * Accepts only the last location of an upload from now on, as the reference implementation does: the progress of an
     * interrupted upload cannot be queried.
     */
    public RegistryFixture refuseOldLocations() {
        switches.refusesOldLocations = true;
        return this;
    }

    /** Verifies and counts the bytes of blobs from now on instead of storing them. */
    public RegistryFixture storeNoBlobs() {
        switches.storesNoBlobs = true;
        return this;
    }

    /** Refuses with this status to move an existing tag from now on. */
    public RegistryFixture immutableTags(int status) {
        switches.immutableTags = OptionalInt.of(status);
        return this;
    }

    /** Refuses with this status to write an existing tag from now on, even if it points to the same manifest. */
    public RegistryFixture writeOnceTags(int status) {
        switches.refusesSameTagAgain = true;
        return immutableTags(status);
    }

    /** Answers such requests with this status from now on, if they succeed. */
    public RegistryFixture answerWith(int status, Predicate<LoggedRequest> which) {
        switches.answerWith(status, which);
        return this;
    }

    /** Redirects requests for blobs to {@code other} from now on. */
    public void redirectBlobsTo(RegistryFixture other) {
        switches.blobServer = Optional.of("http://" + other.host());
    }

    /** Lets blobs be uploaded through another address from now on, and returns the server there. */
    public RegistryFixture uploadElsewhere() {
        RegistryFixture storage = new RegistryFixture(Clock.systemUTC(), contents, switches, routes);
        storage.serve();
        switches.uploadServer = Optional.of("http://" + storage.host());
        return storage;
    }

    @Override
    Answer answer(Request request) throws IOException {
        LoggedRequest head = request.head();
        if (head.path().equals("/token")) {
            return tokens.answer(request, account);
        }
        Optional<String> challenge = guard.challenge(head, host().toString());
        if (challenge.isPresent()) {
            return Answer.error(401, "UNAUTHORIZED", "authentication required")
                    .header("WWW-Authenticate", challenge.get());
        }
        return switches.adapt(head, routes.answer(request));
    }
}
