package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import java.util.Optional;

/** Reads {@code <viteApp>}. */
final class ViteAppReader {
    private ViteAppReader() {}

    static ViteApp read(ElementReader reader, ServiceSettingsReader settings) {
        String name = reader.name();
        ViteApp app = new ViteApp(
                name,
                reader.origin(),
                reader.text("directory").orElseGet(() -> Text.literal(name, reader.origin())),
                reader.child("packageManager")
                        .map(chosen -> reader.choice(
                                "packageManager", ViteApp.PackageManager.class, ViteApp.PackageManager.NPM)),
                reader.text("outputDirectory").orElseGet(() -> Text.literal("dist", reader.origin())),
                reader.choice("builder", ViteApp.Builder.class, ViteApp.Builder.ENGINE),
                reader.text("nodeImage"),
                reader.map("buildArguments"),
                reader.child("server").map(server -> server(reader.reading(server), server)),
                settings.image(reader, Optional.empty()),
                settings.deployment(reader),
                ServiceReader.files(reader));
        reader.finish();
        return app;
    }

    /** A server in full, or its image as a text. */
    private static ViteApp.Server server(ElementReader reader, PomElement element) {
        Text root = Text.literal(ViteApp.Server.DEFAULT_ROOT, element.origin());
        if (element.children().isEmpty()) {
            return new ViteApp.Server(reader.text(element), root);
        }
        ViteApp.Server server = new ViteApp.Server(
                reader.required("image", "nginx:1.27"), reader.text("root").orElse(root));
        reader.finish();
        return server;
    }
}
