package districtkg;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Every public class, constructor, method and enum constant says what it means. */
class JavadocTest {
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void everyPublicDeclarationHasADescription() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Scanner scanner;
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(SOURCES)) {
            List<Path> sources = paths.filter(path -> path.toString().endsWith(".java")).toList();
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources));
            scanner = new Scanner(DocTrees.instance(task));
            scanner.scan(task.parse(), null);
        }

        assertThat(scanner.described).isGreaterThan(1000);
        assertThat(scanner.missing).isEmpty();
    }

    /** Visits what can be used from another package; what is overridden is described above. */
    private static final class Scanner extends TreePathScanner<Void, Void> {
        private final DocTrees docs;
        private final List<String> missing = new ArrayList<>();
        private int described;

        Scanner(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            boolean member = parent instanceof ClassTree outer && isInterface(outer);
            if (!member && !isPublic(type.getModifiers())) {
                return null;
            }
            check(type.getSimpleName().toString());
            return super.visitClass(type, none);
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            boolean overrides =
                    method.getModifiers().getAnnotations().stream()
                            .anyMatch(one -> one.getAnnotationType().toString().equals("Override"));
            boolean isPrivate = method.getModifiers().getFlags().contains(Modifier.PRIVATE);
            if (!overrides
                    && (isPublic(method.getModifiers()) || (isInterface(type) && !isPrivate))) {
                check(method.getName().toString());
            }
            return null;
        }

        @Override
        public Void visitVariable(VariableTree field, Void none) {
            if (field.getModifiers().getFlags().contains(Modifier.PUBLIC) && !isTerm(field)) {
                check(field.getName().toString());
            }
            return null;
        }

        private void check(String name) {
            TreePath path = getCurrentPath();
            String comment = docs.getDocComment(path);
            if (comment == null || comment.isBlank() || comment.strip().startsWith("@")) {
                CompilationUnitTree unit = path.getCompilationUnit();
                long start = docs.getSourcePositions().getStartPosition(unit, path.getLeaf());
                missing.add(
                        "%s:%d %s"
                                .formatted(
                                        Path.of(unit.getSourceFile().toUri()),
                                        unit.getLineMap().getLineNumber(start),
                                        name));
            } else {
                described++;
            }
        }

        /** The constants of a vocabulary are described by the ontology. */
        private static boolean isTerm(VariableTree field) {
            return String.valueOf(field.getInitializer()).startsWith("term(");
        }

        private static boolean isInterface(ClassTree type) {
            return type.getKind() == Tree.Kind.INTERFACE;
        }

        private static boolean isPublic(ModifiersTree modifiers) {
            return modifiers.getFlags().contains(Modifier.PUBLIC);
        }
    }
}
