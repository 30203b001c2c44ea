package io.github.aspirejava.maven.addons;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads the classes of one room, which are in the plugin's own jar, beside the libraries that only this room has. All
 * other classes are the plugin's, so that what comes out of the room is of the types that the plugin knows.
 */
final class AddOnClassLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final String packages;

    /**
     * @param packageName what the room's own classes are in, or below
     * @param urls the plugin's own jar, and the room's libraries
     */
    AddOnClassLoader(String packageName, URL[] urls, ClassLoader plugin) {
        super(urls, plugin);
        this.packages = packageName + ".";
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(packages)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            // Not the parent's: it has the class, too, but not what the class needs.
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
