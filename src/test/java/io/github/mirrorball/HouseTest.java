package io.github.mirrorball;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the walls of the house: the rooms, what each may import, and the habits that all of them share. */
class HouseTest {
    private static final String HOUSE = "io.github.mirrorball";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages(HOUSE);

    /** What use cases are made of, and whoever serves them. */
    private static final Set<String> RULES =
            Set.of("show", "poll", "standings", "outbox", "ops", "reactions", "schedule");

    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            entry("show", Set.of()),
            entry("wording", Set.of("show")),
            entry("poll", Set.of("show")),
            entry("standings", Set.of("show", "poll")),
            entry("outbox", Set.of("show", "poll")),
            entry("ops", Set.of("poll")),
            entry("reactions", Set.of("show", "poll", "ops")),
            entry("schedule", Set.of("show", "poll", "ops")),
            entry("league", RULES),
            entry("store", and(RULES, "league")),
            entry("chart", Set.of("show", "poll", "standings", "wording")),
            entry("discord", and(RULES, "league", "chart", "wording")),
            entry("bot", and(RULES, "league", "chart", "wording", "store", "discord")),
            entry("stage", Set.of()),
            entry("rehearsal", Set.of("bot", "stage", "show", "wording")));

    /** The empty name is the package of primitives and their arrays. */
    private static final String[] ALLOWED_EVERYWHERE = {
        "", HOUSE + "..", "java..", "javax..", "org.jspecify.annotations", "org.slf4j"
    };

    private static final Pattern ROOM = Pattern.compile("(?m)^\\| `(\\w+)` \\|.*\\| ([^|]+) \\|$");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    private static Set<String> and(Set<String> rooms, String... more) {
        return Stream.concat(rooms.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    static Stream<String> rooms() {
        return MAY_IMPORT.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomImportsOnlyWhatItsRowSays(String room) {
        var known = Stream.concat(Stream.of(room), MAY_IMPORT.get(room).stream());
        hold(noClasses()
                .that(areIn(room))
                .should()
                .dependOnClassesThat(areInTheHouse().and(resideOutsideOfPackages(packagesOf(known)))));
    }

    /** So that whoever reads the page is told of the house as it is. */
    @Test
    void thePageOfTheArchitectureTellsTheSameOfEveryRoom() throws IOException {
        String page = Files.readString(Path.of("docs", "architecture.md"));
        String table = page.substring(page.indexOf("<!-- rooms -->"), page.indexOf("<!-- end of rooms -->"));
        Map<String, Set<String>> told = ROOM.matcher(table)
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> NAME.matcher(row.group(2))
                                .results()
                                .map(name -> name.group(1))
                                .collect(Collectors.toSet())));
        assertThat(told).isEqualTo(MAY_IMPORT);
    }

    @Test
    void noPackagesImportEachOtherInACircle() {
        hold(slices().matching(HOUSE + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void everyClassLivesInARoomOrAtTheTop() {
        hold(classes().should().resideInAPackage(HOUSE).orShould().resideInAnyPackage(packagesOf(rooms())));
    }

    @Test
    void onlyMirrorballImportsTheRehearsal() {
        hold(noClasses()
                .that(areNotIn("rehearsal").and(areNotMirrorball()))
                .should()
                .dependOnClassesThat(areIn("rehearsal")));
    }

    @Test
    void onlyTheStoreSeesTheDatabase() {
        hold(noClasses()
                .that(areNotIn("store"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "org.jdbi..",
                        "org.flywaydb..",
                        "com.zaxxer..",
                        "org.h2..",
                        "org.postgresql..")));
    }

    @Test
    void onlyDiscordAndTheBotSeeJda() {
        hold(noClasses()
                .that(areNotIn("discord", "bot"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("net.dv8tion..")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"show", "wording", "poll", "standings", "outbox", "reactions", "schedule", "league", "chart"})
    void aRoomOfRulesNeedsNoLibrary(String room) {
        hold(noClasses()
                .that(areIn(room).and(not(areTheSeasonFile())).and(not(areTheReaderOfTables())))
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(ALLOWED_EVERYWHERE)));
    }

    @Test
    void theSeasonFileNeedsNoLibraryButJackson() {
        hold(noClasses()
                .that(areTheSeasonFile())
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(ALLOWED_EVERYWHERE)
                        .and(resideOutsideOfPackages("com.fasterxml.jackson.."))));
    }

    /** Which emoji there are is Discord's to say; everybody else asks for a spelling. The stage is a Discord of its own. */
    @Test
    void onlyDiscordAndTheStageKnowTheListOfEmoji() {
        hold(noClasses()
                .that(areNotIn("discord", "stage"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("net.fellbaum..")));
    }

    @Test
    void theReaderOfTablesNeedsNoLibraryButFastCsv() {
        hold(noClasses()
                .that(areTheReaderOfTables())
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(ALLOWED_EVERYWHERE)
                        .and(resideOutsideOfPackages("de.siegmar.fastcsv.."))));
    }

    @Test
    void theOperatorsRoomReadsNoJson() {
        hold(noClasses()
                .that(areIn("ops"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson..")));
    }

    @Test
    void aNameSaysTheThing() {
        hold(noClasses()
                .should()
                .haveNameMatching(
                        ".*[.$](\\w*(Manager|Helper|Helpers|Util|Utils|Impl)|Abstract[A-Z]\\w*|I[A-Z][a-z]\\w*)"));
    }

    @Test
    void timeIsAskedOfAClock() {
        hold(noClasses()
                .should()
                .accessTargetWhere(describe("reads the system's time or zone", HouseTest::readsTheSystem)));
    }

    @Test
    void onlyTheTopTheBotAndTheRehearsalMakeAClock() {
        hold(noClasses()
                .that(areNotIn("bot", "rehearsal", "stage").and(areNotMirrorball()))
                .should()
                .accessTargetWhere(describe("makes a clock", HouseTest::makesAClock)));
    }

    @Test
    void logsGoThroughOneDoor() {
        hold(noClasses().should(USE_JAVA_UTIL_LOGGING));
    }

    @Test
    void onlyMirrorballAndTheRehearsalPrint() {
        hold(noClasses().that(areNotIn("rehearsal").and(areNotMirrorball())).should(ACCESS_STANDARD_STREAMS));
    }

    private static DescribedPredicate<JavaClass> areIn(String... rooms) {
        return resideInAnyPackage(packagesOf(Stream.of(rooms))).as("are in " + String.join(", ", rooms));
    }

    private static DescribedPredicate<JavaClass> areNotIn(String... rooms) {
        return resideOutsideOfPackages(packagesOf(Stream.of(rooms))).as("are not in " + String.join(", ", rooms));
    }

    private static String[] packagesOf(Stream<String> rooms) {
        return rooms.map(room -> HOUSE + "." + room + "..").toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> areInTheHouse() {
        return resideInAPackage(HOUSE + "..").as("are in the house");
    }

    private static DescribedPredicate<JavaClass> areNotMirrorball() {
        return describe("are not Mirrorball", type -> !type.getName().matches(HOUSE + "\\.Mirrorball(\\$.*)?"));
    }

    private static DescribedPredicate<JavaClass> areTheSeasonFile() {
        return describe(
                "are the season file", type -> type.getName().matches(HOUSE + "\\.show\\.(SeasonFile|file\\.).*"));
    }

    private static DescribedPredicate<JavaClass> areTheReaderOfTables() {
        return describe("are the reader of tables", type -> type.getName().startsWith(HOUSE + ".show.sheet.CsvSheet"));
    }

    private static boolean readsTheSystem(JavaAccess<?> access) {
        var target = access.getTarget();
        var owner = target.getOwner();
        return (owner.getPackageName().startsWith("java.time")
                        && target.getName().equals("now")
                        && !takes(target, Clock.class))
                || (owner.isEquivalentTo(ZoneId.class) && target.getName().equals("systemDefault"))
                || (owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis"))
                || (owner.isEquivalentTo(Date.class) && target.getName().equals("<init>") && takesNothing(target));
    }

    private static boolean makesAClock(JavaAccess<?> access) {
        var target = access.getTarget();
        var owner = target.getOwner();
        return (owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class))
                && target.getName().matches("system.*|tick.+");
    }

    private static boolean takes(AccessTarget target, Class<?> type) {
        return target instanceof CodeUnitAccessTarget code
                && code.getRawParameterTypes().stream().anyMatch(parameter -> parameter.isEquivalentTo(type));
    }

    private static boolean takesNothing(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget code
                && code.getRawParameterTypes().isEmpty();
    }

    /** A room that nobody has moved into yet breaks no rule. */
    private static void hold(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
