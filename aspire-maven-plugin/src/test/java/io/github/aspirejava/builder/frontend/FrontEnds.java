package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.app.FileCopy;
import io.github.aspirejava.app.ImageSettings;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import java.util.List;
import java.util.Optional;

/** Front ends for tests, which set only the properties that matter to them. */
public final class FrontEnds {
    private FrontEnds() {}

    /** Creates a front end in {@code frontend}, built to {@code dist}. */
    public static ViteApp of(
            Origin origin,
            ViteApp.BuildPlace builder,
            Optional<ViteApp.Server> server,
            ImageSettings image,
            List<FileCopy> files) {
        return ViteApp.of("frontend", origin, Text.literal("frontend"), Text.literal("dist"), builder, image)
                .server(server)
                .files(files)
                .build();
    }

    /** Creates the server of a front end's files. */
    public static ViteApp.Server server(String image, Origin origin) {
        return new ViteApp.Server(Text.literal(image, origin), Text.literal(ViteApp.Server.DEFAULT_ROOT));
    }
}
