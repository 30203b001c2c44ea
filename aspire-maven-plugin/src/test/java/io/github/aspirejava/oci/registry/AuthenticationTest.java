package io.github.aspirejava.oci.registry;

import static io.github.aspirejava.oci.TestImages.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.aspirejava.app.Secret;
import io.github.aspirejava.fakes.registry.Fault;
import io.github.aspirejava.fakes.registry.Hold;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.VirtualTime;
import io.github.aspirejava.oci.credential.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AuthenticationTest {
    private static final String PASSWORD = "s3cret-word";
    private static final Credentials BOB = new Credentials("bob", new Secret(PASSWORD));
    private static final Credentials WRONG = new Credentials("bob", new Secret("wr0ng-word"));
    private static final Blob BLOB = layer("some bytes");

    private final RegistryFixture registry = RegistryFixture.start();
    private final Registries registries = new VirtualTime().registries();

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void sendsBasicCredentialsOnceItIsAskedForThem() throws Exception {
        registry.withBasic("bob", PASSWORD);
        RegistryClient client = client(BOB);

        client.checkAccess();
        client.repository(new Repository("api")).blobs().has(BLOB.descriptor().digest());

        assertThat(registry.requests())
                .extracting(
                        LoggedRequest::method,
                        request -> request.authorization().isPresent())
                .containsExactly(tuple("GET", false), tuple("GET", true), tuple("HEAD", true));
    }

    @Test
    void saysThatCredentialsAreMissing() {
        registry.withBasic("bob", PASSWORD);

        assertThatThrownBy(() -> registries.client(registry.host()).checkAccess())
                .isInstanceOfSatisfying(
                        RegistryException.class, e -> assertThat(e.status()).isEqualTo(401))
                .hasMessage(
                        "Cannot log in to %s: %s answered 401 UNAUTHORIZED: authentication required."
                                + " Configure credentials for it: the request was anonymous.",
                        registry.host(), registry.host());
    }

    @Test
    void saysThatBasicCredentialsAreWrongWithoutShowingThem() {
        registry.withBasic("bob", PASSWORD);

        assertRefusedWithoutSecrets(() -> client(WRONG).checkAccess());
    }

    @Test
    void saysThatTheTokenServerRefusesTheCredentialsWithoutShowingThem() {
        registry.withBearer("bob", PASSWORD);

        assertRefusedWithoutSecrets(() -> client(WRONG).checkAccess());
    }

    @Test
    void getsATokenForItsCredentials() throws Exception {
        registry.withBearer("bob", PASSWORD);
        RegistryClient client = client(BOB);

        client.checkAccess();
        RegistryRepository repository = client.repository(new Repository("shop/api"));
        repository
                .blobs()
                .upload(repository.blobs().startUpload(BLOB.descriptor().digest()), BLOB);

        assertThat(registry.contents().blob("shop/api", BLOB.descriptor().digest()))
                .isPresent();
        assertThat(tokenRequests())
                .extracting(LoggedRequest::query)
                .containsExactly("service=fixture", "service=fixture&scope=repository%3Ashop%2Fapi%3Apull%2Cpush");
    }

    @Test
    void readsWithATokenForNobodyInParticular() throws Exception {
        registry.withBearer("bob", PASSWORD);
        registry.contents()
                .putBlob(
                        "library/redis", BLOB.descriptor().digest(), BLOB.open().readAllBytes());

        try (InputStream bytes = registries
                .client(registry.host())
                .repository(new Repository("library/redis"))
                .openBlob(BLOB.descriptor())) {
            assertThat(bytes.readAllBytes()).isEqualTo(BLOB.open().readAllBytes());
        }

        assertThat(tokenRequests())
                .singleElement()
                .satisfies(request -> assertThat(request.authorization()).isEmpty());
    }

    @Test
    void asksForATokenOnceHoweverManyRequestsNeedIt() throws Exception {
        registry.withBearer("bob", PASSWORD);
        Hold first = registry.hold(request -> request.path().equals("/v2/"));
        RegistryRepository repository = client(BOB).repository(new Repository("api"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(
                        () -> repository.blobs().has(BLOB.descriptor().digest())));
            }
            first.awaitArrivals(1);
            first.release();
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).isFalse();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(tokenRequests()).hasSize(1);
        assertThat(registry.requests(request -> request.path().equals("/v2/"))).hasSize(1);
    }

    @Test
    void getsANewTokenWhenTheOldOneHasExpired() throws Exception {
        registry.withBearer("bob", PASSWORD);
        RegistryRepository repository = client(BOB).repository(new Repository("api"));
        repository.blobs().has(BLOB.descriptor().digest());

        registry.expireTokens();

        assertThat(repository.blobs().has(BLOB.descriptor().digest())).isFalse();
        assertThat(tokenRequests()).hasSize(2);
    }

    @Test
    void asksForTheRightToReadTheSourceOfAMount() throws Exception {
        registry.withBearer("bob", PASSWORD);
        registry.contents()
                .putBlob("library/base", BLOB.descriptor().digest(), BLOB.open().readAllBytes());

        Optional<UploadSession> session = client(BOB)
                .repository(new Repository("api"))
                .blobs()
                .mount(BLOB.descriptor().digest(), new Repository("library/base"));

        assertThat(session).isEmpty();
        assertThat(tokenRequests())
                .singleElement()
                .satisfies(request -> assertThat(request.query())
                        .endsWith("scope=repository%3Aapi%3Apull%2Cpush&scope=repository%3Alibrary%2Fbase%3Apull"));
    }

    @Test
    void doesNotSendCredentialsToWhomItIsRedirected() throws Exception {
        try (RegistryFixture storage = RegistryFixture.start()) {
            registry.withBasic("bob", PASSWORD);
            registry.redirectBlobsTo(storage);
            storage.contents()
                    .putBlob("api", BLOB.descriptor().digest(), BLOB.open().readAllBytes());

            try (InputStream bytes =
                    client(BOB).repository(new Repository("api")).openBlob(BLOB.descriptor())) {
                assertThat(bytes.readAllBytes()).isEqualTo(BLOB.open().readAllBytes());
            }

            assertThat(storage.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.authorization()).isEmpty());
        }
    }

    @Test
    void doesNotSendCredentialsToARedirectTargetThatAsksForThem() throws Exception {
        try (RegistryFixture storage = RegistryFixture.start().withBasic("bob", PASSWORD)) {
            registry.redirectBlobsTo(storage);

            assertThatThrownBy(
                            () -> client(BOB).repository(new Repository("api")).openBlob(BLOB.descriptor()))
                    .isInstanceOf(RegistryException.class);

            assertThat(storage.requests()).noneMatch(r -> r.authorization().isPresent());
        }
    }

    @Test
    void showsWhoItIsWhereOnlyWritesAreRefusedWithoutAChallenge() throws Exception {
        for (int status : new int[] {401, 403}) {
            registry.heal();
            registry.forgetRequests();
            registry.fail(
                    Fault.answer(status, Map.of(), new byte[0]),
                    request -> request.isWrite() && request.authorization().isEmpty());
            Registries session = new VirtualTime().registries();

            session.client(RegistryAccess.anonymous(registry.host()).as(BOB))
                    .repository(new Repository("api"))
                    .blobs()
                    .startUpload(BLOB.descriptor().digest());

            assertThat(registry.requests(LoggedRequest::isWrite))
                    .extracting(LoggedRequest::authorization)
                    .containsExactly(Optional.empty(), Optional.of(BOB.basicAuthorization()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Negotiate, Basic realm=\"r\"",
                "Negotiate YIIabc==, Basic realm=\"r\"",
                "Digest realm=\"r\", nonce=\"n\", qop=\"auth\", algorithm=MD5, Basic realm=\"r\"",
                "NTLM, Negotiate, BASIC realm=\"r\"",
                "Basic"
            })
    void takesBasicBesideOtherSchemes(String challenges) throws Exception {
        challenge(challenges, request -> request.authorization().isEmpty());

        client(BOB).checkAccess();
    }

    @Test
    void sendsNoPasswordToATokenServerElsewhereWithoutTls() {
        challenge("Bearer realm=\"http://tokens.elsewhere.example/token\"", request -> true);

        assertThatThrownBy(() -> client(BOB).checkAccess())
                .hasMessageContaining(
                        "Its token server tokens.elsewhere.example has no TLS, so no credentials are sent");
    }

    @Test
    void saysThatASchemeIsNotSpoken() {
        challenge("Negotiate", request -> true);

        assertThatThrownBy(() -> client(BOB).checkAccess())
                .hasMessageContaining("It requires Negotiate")
                .hasMessageContaining("Basic and Bearer");
        assertThat(registry.requests())
                .noneMatch(request -> request.authorization().isPresent());
    }

    @Test
    void changesToTheSchemeOfALaterChallenge() throws Exception {
        registry.withBearer("bob", PASSWORD);
        challenge(
                "Basic realm=\"r\"",
                request ->
                        request.path().equals("/v2/") && request.authorization().isEmpty());

        RegistryRepository repository = client(BOB).repository(new Repository("api"));
        repository.blobs().startUpload(BLOB.descriptor().digest());

        assertThat(tokenRequests()).hasSize(1);
    }

    @Test
    void doesNotAskForAnotherTokenWhereTheRightIsMissing() {
        registry.withBearer("bob", PASSWORD);
        challenge(
                "Bearer realm=\"http://%s/token\",service=\"fixture\",error=\"insufficient_scope\""
                        .formatted(registry.host()),
                LoggedRequest::isWrite);

        assertThatThrownBy(() -> client(BOB)
                        .repository(new Repository("api"))
                        .blobs()
                        .startUpload(BLOB.descriptor().digest()))
                .hasMessageContaining("Check what user 'bob' may do there.");
        assertThat(tokenRequests()).hasSize(1);
    }

    @Test
    void getsANewTokenWhereARefusalSpeaksOfItsEnd() throws Exception {
        registry.withBearer("bob", PASSWORD);
        registry.fail(
                Fault.answer(
                                403,
                                Map.of(),
                                "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"Your authorization token has expired.\"}]}"
                                        .getBytes(StandardCharsets.UTF_8))
                        .times(1),
                LoggedRequest::isWrite);

        client(BOB)
                .repository(new Repository("api"))
                .blobs()
                .startUpload(BLOB.descriptor().digest());

        assertThat(tokenRequests()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"token":"","access_token":"good"}                  | good
                    {"token":null,"access_token":"good"}                | good
                    {"access_token":"good","expires_in":300}            | good
                    {"token":"good","access_token":"bad"}               | good
                    {"token":"good","expires_in":0}                     | good
                    {"token":"good","expires_in":-1}                    | good
                    {"token":"good","expires_in":"soon"}                | good
                    {"token":"good","expires_in":null}                  | good
                    """)
    void readsATokenOnce(String answer, String token) throws Exception {
        registry.withBearer("bob", PASSWORD);
        registry.fail(
                Fault.answer(200, Map.of(), answer.getBytes(StandardCharsets.UTF_8)),
                request -> request.path().equals("/token"));
        registry.fail(Fault.status(404), request -> request.authorization().equals(Optional.of("Bearer " + token)));

        RegistryRepository repository = client(BOB).repository(new Repository("api"));
        for (int i = 0; i < 5; i++) {
            assertThat(repository.blobs().has(BLOB.descriptor().digest())).isFalse();
        }

        assertThat(tokenRequests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsATokenServerThatRedirects(int status) throws Exception {
        registry.withBearer("bob", PASSWORD);
        challenge(
                "Bearer realm=\"http://%s/old\",service=\"fixture\"".formatted(registry.host()),
                request -> request.path().startsWith("/v2/")
                        && request.authorization().isEmpty());
        registry.fail(
                Fault.answer(
                        status,
                        Map.of("Location", "/token?service=fixture&scope=repository:api:pull,push"),
                        new byte[0]),
                request -> request.path().equals("/old"));

        client(BOB)
                .repository(new Repository("api"))
                .blobs()
                .startUpload(BLOB.descriptor().digest());

        assertThat(tokenRequests())
                .singleElement()
                .satisfies(request -> assertThat(request.authorization()).contains(BOB.basicAuthorization()));
    }

    @Test
    void sendsNoCredentialsToAnotherTokenServer() throws Exception {
        try (RegistryFixture other = RegistryFixture.start()) {
            registry.withBearer("bob", PASSWORD);
            registry.fail(
                    Fault.answer(307, Map.of("Location", "http://%s/token".formatted(other.host())), new byte[0]),
                    request -> request.path().equals("/token"));

            for (Credentials who : List.of(BOB, Credentials.identityToken(new Secret("identity")))) {
                assertThatThrownBy(() -> client(who)
                                .repository(new Repository("api"))
                                .blobs()
                                .startUpload(BLOB.descriptor().digest()))
                        .isInstanceOf(IOException.class);
            }

            assertThat(other.requests())
                    .allSatisfy(request -> assertThat(request.authorization()).isEmpty())
                    .noneMatch(LoggedRequest::isWrite);
        }
    }

    @Test
    void showsARegistryTokenAsItIs() throws Exception {
        challenge(
                "Bearer realm=\"http://%s/token\"".formatted(registry.host()),
                request -> !request.authorization().equals(Optional.of("Bearer as-it-is")));

        client(Credentials.registryToken(new Secret("as-it-is"))).checkAccess();

        assertThat(tokenRequests()).isEmpty();
    }

    private void challenge(String challenges, Predicate<LoggedRequest> which) {
        registry.fail(Fault.answer(401, Map.of("WWW-Authenticate", challenges), new byte[0]), which);
    }

    @Test
    void neverPrintsASecret() {
        RegistryAccess access = RegistryAccess.anonymous(registry.host()).as(BOB);

        assertThat(BOB.toString() + access).contains("bob").doesNotContain(PASSWORD);
    }

    private void assertRefusedWithoutSecrets(ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("401 UNAUTHORIZED")
                .hasMessageContaining("Check the password or token of user 'bob'.")
                .satisfies(e -> {
                    StringWriter everything = new StringWriter();
                    e.printStackTrace(new PrintWriter(everything));
                    assertThat(everything.toString())
                            .doesNotContain(WRONG.password().reveal())
                            .doesNotContain(WRONG.basicAuthorization().substring("Basic ".length()));
                });
    }

    private RegistryClient client(Credentials credentials) {
        return registries.client(RegistryAccess.anonymous(registry.host()).as(credentials));
    }

    private List<LoggedRequest> tokenRequests() {
        return registry.requests(request -> request.path().equals("/token"));
    }
}
