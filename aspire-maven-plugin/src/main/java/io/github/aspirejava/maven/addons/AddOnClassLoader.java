package io.github.aspirejava.maven.addons;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads the classes of one add-on, which are in the plugin's own jar, together with the libraries that only this add-on
 * has. All other classes are the plugin's, so that the add-on and the plugin share the types of their interface.
 */
final class AddOnClassLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final String packages;

    /**
     * Creates a class loader.
     *
     * @param packageName the package of the add-on's own classes, with its subpackages
     * @param urls the plugin's own jar, and the add-on's libraries
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
            // Not the parent's: it has the class, too, but not the libraries that the class needs.
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
