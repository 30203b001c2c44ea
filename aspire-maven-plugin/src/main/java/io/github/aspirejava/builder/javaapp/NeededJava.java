package io.github.aspirejava.builder.javaapp;

import io.github.aspirejava.builder.bytecode.ApplicationClasses;
import io.github.aspirejava.builder.bytecode.ClassFileVersion;
import io.github.aspirejava.builder.content.BootArchive;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.module.ClasspathJar;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.ModuleOutput;
import io.github.aspirejava.builder.plan.QuarkusPlanner;
import io.github.aspirejava.builder.plan.WebPlanner;
import java.io.IOException;

/**
 * The lowest Java release that an application needs, by the class files that it is packaged with.
 *
 * @param classes the release of its own classes; 0 if it has none
 * @param libraries the highest release of its libraries; 0 if there are none
 */
record NeededJava(int classes, int libraries) {
    /** Returns the Java release that an application of this build and its libraries need. */
    static NeededJava of(JavaModule module) throws ImageBuildException, IOException {
        int libraries = 0;
        for (ClasspathJar jar : module.classpath()) {
            libraries = Math.max(libraries, ClassFileVersion.mostlyIn(jar.file()));
        }
        return new NeededJava(ofClasses(module.output()), libraries);
    }

    /** Returns the release that the classes of the application itself need; 0 if it cannot be determined. */
    static int ofClasses(ModuleOutput output) throws ImageBuildException, IOException {
        if (output instanceof ModuleOutput.Jar jar) {
            return new ApplicationClasses(jar.file(), "").release();
        }
        if (output instanceof ModuleOutput.LibraryJar library) {
            return new ApplicationClasses(library.file(), "").release();
        }
        if (output instanceof ModuleOutput.QuarkusLegacyJar legacy) {
            return new ApplicationClasses(legacy.file(), "").release();
        }
        if (output instanceof ModuleOutput.BootArchive boot) {
            return new ApplicationClasses(
                            boot.file(), BootArchive.read(boot.file()).classes())
                    .release();
        }
        if (output instanceof ModuleOutput.WebArchive war) {
            return new ApplicationClasses(war.file(), WebPlanner.CLASSES).release();
        }
        return output instanceof ModuleOutput.QuarkusApp app ? QuarkusPlanner.release(app.directory()) : 0;
    }

    /** Returns the lowest release that runs everything. */
    int release() {
        return Math.max(classes, libraries);
    }
}
