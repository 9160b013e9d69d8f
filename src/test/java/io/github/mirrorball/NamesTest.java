package io.github.mirrorball;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds that whoever reads a call sees that something happens: what has an effect is named by a verb, or by {@code on} and an event. */
class NamesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("io.github.mirrorball");

    /** A verb that is not here is welcome to be added; a participle or a noun is not. */
    private static final Set<String> VERBS = Set.of("""
            abort acknowledge add adopt advance allow announce answer apply ask attach await back begin bind carry
            cast check choose clear close collect commit compact compare complete connect correct count create deafen
            decide defer delete deny describe detach dispatch drain draw drop edit embed end ensure enter expect fail
            fill find finish flush follow force forget free give grant greet hand handle hide hurry identify insert
            introduce invalidate join keep learn leave lift load lock look loop main make mark migrate move
            normalise note nudge observe open overwrite owe post prepare print publish purge put react read reassure
            recall receive recognise record redact refresh refuse register release remember remind remove rename
            renew renumber reopen replace replay reply report repost require resolve restrict resume retry reveal run
            save say schedule seed select send serve set settle show shut start step stop suggest sweep sync take
            tell tidy try turn unpark unreact update vote wake warm wind wipe withdraw write
            """.strip().split("\\s+"));

    /** What is named by a preposition since it says when the caller calls it, in pairs that read as one. */
    private static final Set<String> EVENTS = Set.of("on", "before", "after");

    private static final Pattern FIRST_WORD = Pattern.compile("[a-z]+");
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

    @Test
    void aMethodThatGivesNothingBackIsNamedByAVerb() {
        assertThat(methods()
                        .filter(method -> method.getRawReturnType().isEquivalentTo(void.class))
                        .filter(method -> !isNamedByAVerb(method.getName()))
                        .map(JavaMethod::getFullName))
                .isEmpty();
    }

    @Test
    void aMethodThatWritesToTheDatabaseIsNamedByAVerb() {
        assertThat(CLASSES.stream()
                        .flatMap(each -> each.getMethods().stream())
                        .filter(NamesTest::writes)
                        .filter(method -> !isNamedByAVerb(nameInTheSource(method)))
                        .map(JavaMethod::getFullName))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cleared", "done", "entered", "opened", "noted", "standing", "row", "names", "inLane"})
    void aParticipleOrANounIsNoVerb(String name) {
        assertThat(isNamedByAVerb(name)).isFalse();
    }

    private static Stream<JavaMethod> methods() {
        return CLASSES.stream()
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(method -> !isGivenByALibrary(method));
    }

    private static boolean isNamedByAVerb(String name) {
        Matcher first = FIRST_WORD.matcher(name);
        return first.lookingAt() && (VERBS.contains(first.group()) || EVENTS.contains(first.group()));
    }

    private static boolean writes(JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().getPackageName().startsWith("org.jdbi")
                        && call.getName().startsWith("execute"));
    }

    private static String nameInTheSource(JavaMethod method) {
        Matcher lambda = LAMBDA.matcher(method.getName());
        return lambda.matches() ? lambda.group(1) : method.getName();
    }

    private static boolean isGivenByALibrary(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return Stream.concat(owner.getAllRawInterfaces().stream(), owner.getAllRawSuperclasses().stream())
                .filter(above -> !CLASSES.contain(above.getName()))
                .flatMap(above -> above.getMethods().stream())
                .anyMatch(above -> above.getName().equals(method.getName())
                        && above.getRawParameterTypes().size()
                                == method.getRawParameterTypes().size());
    }
}
