package io.github.aspirejava.maven.settings;

import java.util.List;
import java.util.Properties;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Settings;

/** The properties of those profiles of settings.xml that are active for a project; not those of its POM. */
public final class SettingsProperties {
    /** Maven's name for the source of profiles that no POM declares. */
    private static final String EXTERNAL = "external";

    private SettingsProperties() {}

    /** Returns the properties that are active for {@code project}. */
    public static Properties of(Settings settings, MavenProject project) {
        List<String> active = project.getInjectedProfileIds().getOrDefault(EXTERNAL, List.of());
        Properties properties = new Properties();
        for (Profile profile : settings.getProfiles()) {
            if (active.contains(profile.getId())) {
                properties.putAll(profile.getProperties());
            }
        }
        return properties;
    }
}
