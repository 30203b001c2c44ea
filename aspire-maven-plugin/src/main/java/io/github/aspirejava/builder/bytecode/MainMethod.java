package io.github.aspirejava.builder.bytecode;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds the method in a class file that Java starts: {@code public static void main(String[])}, also as the compilers
 * of Kotlin, Scala and Groovy write it, and in class files of Java 25 or newer each {@code main} of <a
 * href="https://openjdk.org/jeps/512">JEP 512</a>, static or not, with arguments or without.
 */
final class MainMethod extends ClassVisitor {
    private static final String WITH_ARGUMENTS = "([Ljava/lang/String;)V";
    private static final String WITHOUT_ARGUMENTS = "()V";

    /** The class-file version of Java 25. */
    private static final int JAVA_25 = 69;

    private static final int MAJOR_VERSION_OFFSET = 6;

    private String name = "";
    private boolean flexible;
    private boolean instantiable;
    private boolean hasConstructor;
    private boolean hasStatic;
    private boolean hasInstance;
    private boolean hasAny;
    private boolean inherits;

    private MainMethod() {
        super(Opcodes.ASM9);
    }

    /** Returns the name of the class, written with dots, if Java can start it. */
    static Optional<String> of(byte[] classFile) {
        return read(classFile).filter(MainMethod::isThere).map(method -> method.name.replace('/', '.'));
    }

    /** Returns whether no Java release can start the class: it has no such method, and inherits none. */
    static boolean isMissing(byte[] classFile) {
        return read(classFile)
                .filter(method -> !method.hasAny && !method.inherits)
                .isPresent();
    }

    private static Optional<MainMethod> read(byte[] classFile) {
        try {
            MainMethod method = new MainMethod();
            new ClassReader(readable(classFile))
                    .accept(method, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return Optional.of(method);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // Not a class file, despite its name.
            return Optional.empty();
        }
    }

    /**
     * Lowers the version of a class file of a newer Java than the library supports; that changes nothing in the parts
     * that are read here.
     */
    private static byte[] readable(byte[] classFile) {
        int major = classFile.length > MAJOR_VERSION_OFFSET + 1 ? classFile[MAJOR_VERSION_OFFSET + 1] & 0xff : 0;
        if (major <= JAVA_25) {
            return classFile;
        }
        byte[] lowered = classFile.clone();
        lowered[MAJOR_VERSION_OFFSET + 1] = (byte) JAVA_25;
        return lowered;
    }

    private boolean isThere() {
        return hasStatic || (hasInstance && instantiable && hasConstructor);
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String[] interfaces) {
        this.name = name;
        inherits = interfaces.length > 0 || !"java/lang/Object".equals(superName);
        flexible = (version & 0xffff) >= JAVA_25;
        instantiable = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) == 0;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
        boolean isPrivate = (access & Opcodes.ACC_PRIVATE) != 0;
        boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
        if (name.equals("<init>") && descriptor.equals(WITHOUT_ARGUMENTS) && !isPrivate) {
            hasConstructor = true;
        } else if (name.equals("main")) {
            boolean isPublic = (access & Opcodes.ACC_PUBLIC) != 0;
            boolean classic = isPublic && isStatic && descriptor.equals(WITH_ARGUMENTS);
            boolean known = descriptor.equals(WITH_ARGUMENTS) || descriptor.equals(WITHOUT_ARGUMENTS);
            hasAny |= known;
            hasStatic |= classic || (flexible && known && isStatic && !isPrivate);
            hasInstance |= flexible && known && !isStatic && !isPrivate;
        }
        return null;
    }
}
