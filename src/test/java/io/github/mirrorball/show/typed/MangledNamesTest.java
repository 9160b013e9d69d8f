package io.github.mirrorball.show.typed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.TypedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Names of real casts and of casts in other scripts, as phones, pages and people in a hurry write them. */
class MangledNamesTest {

    private static final int FORMS = 5_000;
    private static final int MANY_FORMS = 100_000;

    /** First and last names in five scripts; each of the one with each of the other makes two hundred people, of whom many share a name. */
    private static final List<List<String>> CROSSED = List.of(
            List.of("Анна Ольга Иван Пётр Юлия Олег Майя Нина", "Орлова Ким Ткач Петренко Бойко"),
            List.of("Μαρία Νίκος Ελένη Άρης Σοφία Γιάννης Ζωή Ίρις", "Παππάς Ράλλης Βέρτης Κώστας Λάμπρου"),
            List.of("مريم يوسف سارة علي ليلى عمر هدى نور", "حسن خليل منصور فارس سالم"),
            List.of("太郎 花子 一郎 美咲 健太 陽菜 翔太 結衣", "田中 鈴木 佐藤 高橋 伊藤"),
            List.of("Zoë Søren José Łukasz Åse Jürgen Mýa Hélio", "Ødegård O’Neill-Smith Żak Groß Jørgensen"));

    private static final List<String> OTHER_SCRIPTS = List.of(
            "Анна Петрова & Иван Орлов",
            "Ганна Петренко & Ігор Ткач",
            "Ёлка Орлова & Пётр Ли",
            "مريم حسن & يوسف علي",
            "سارة علي",
            "田中 太郎 & 鈴木 花子",
            "田中 一郎",
            "김민수 & 이지은",
            "김지은",
            "Μαρία Παππά & Νίκος Ράλλης",
            "Νίκος Βέρτης",
            "Şeyma Işık & İlker Yıldız",
            "Jürgen Weiß & Ann-Kathrin Groß",
            "Søren Ødegård & Åse Bø",
            "Łukasz Żak & Zoë O’Neill-Smith",
            "Nguyễn Thị Hà & Trần Đức",
            "Al B. Sure!");

    private final Random random = new Random(20261201);

    private final List<UnaryOperator<String>> mangles = List.of(
            text -> text.toUpperCase(Locale.ROOT),
            text -> text.toLowerCase(Locale.ROOT),
            TypedText::withoutAccents,
            text -> Normalizer.normalize(text, Normalizer.Form.NFD),
            text -> text.replace('\'', '’').replace('’', '\''),
            text -> text.replace("'", ""),
            text -> text.replace(".", ""),
            text -> text.replace(".", ". "),
            text -> text.replace('-', '–'),
            text -> text.replace('-', ' '),
            text -> text.replace(' ', '\u00A0'),
            text -> text.replace(" ", "  "),
            text -> text.replace("&", "and"),
            text -> text.replace("&", "+"),
            text -> "• " + text,
            text -> "🥇 " + text,
            text -> "\u200E" + text + "\u200B",
            text -> text.codePoints()
                    .map(c -> c > ' ' && c < 127 ? c + 0xFEE0 : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());

    @Test
    void noneFindsSomebodyElse() throws IOException {
        assertThat(found(casts(), FORMS)).as("found rather than asked").isGreaterThan(FORMS * 9 / 10);
    }

    @Tag("faults")
    @Test
    void noneOfManyFindsSomebodyElse() throws IOException {
        assertThat(found(casts(), MANY_FORMS)).isGreaterThan(MANY_FORMS * 9 / 10);
    }

    @Test
    void noneFindsSomebodyElseWhereManyShareAName() {
        assertThat(crossed()).hasSize(200);
        assertThat(found(List.of(crossed()), FORMS)).isPositive();
    }

    /** How many of these forms find whom they are of; none may find anybody else. */
    private int found(List<List<Contestant>> casts, int forms) {
        List<CastIndex> indexes = casts.stream().map(CastIndex::new).toList();
        int found = 0;
        for (int i = 0; i < forms; i++) {
            int chosen = random.nextInt(casts.size());
            Contestant who = any(casts.get(chosen));
            String typed = mangled(form(who));
            Optional<Contestant> only = indexes.get(chosen).find(typed).only();
            assertThat(only.orElse(who)).as("%s of %s", typed, who).isEqualTo(who);
            found += only.isPresent() ? 1 : 0;
        }
        return found;
    }

    private static List<Contestant> crossed() {
        return CROSSED.stream()
                .flatMap(script -> Stream.of(script.get(0).split(" "))
                        .flatMap(first -> Stream.of(script.get(1).split(" ")).map(last -> couple(first + " " + last))))
                .toList();
    }

    @Test
    void aWholeNameIsAlwaysFound() throws IOException {
        for (List<Contestant> cast : casts()) {
            CastIndex index = new CastIndex(cast);
            for (Contestant who : cast) {
                for (UnaryOperator<String> mangle : mangles) {
                    String typed = mangle.apply(who.label());
                    assertThat(index.find(typed).only()).as(typed).contains(who);
                }
            }
        }
    }

    private String mangled(String text) {
        String mangled = text;
        for (int i = random.nextInt(4); i > 0; i--) {
            mangled = any(mangles).apply(mangled);
        }
        return mangled;
    }

    private String form(Contestant who) {
        String partner = who.partner().orElse(who.name());
        return any(List.of(
                who.name(),
                who.label(),
                partner,
                first(who.name()),
                first(partner),
                last(who.name()),
                first(who.name()) + " & " + first(partner),
                first(partner) + " & " + first(who.name()),
                initial(who.name()),
                initial(who.name()) + " & " + first(partner),
                last(who.name()) + ", " + first(who.name()),
                who.name() + "\t" + partner));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String first(String name) {
        return name.split(" ")[0];
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static String initial(String name) {
        String last = last(name);
        return first(name) + " " + last.substring(0, last.offsetByCodePoints(0, 1)) + ".";
    }

    private static List<List<Contestant>> casts() throws IOException {
        List<List<Contestant>> casts = new ArrayList<>(List.of(CastIndexTest.CAST));
        casts.add(OTHER_SCRIPTS.stream().map(MangledNamesTest::couple).toList());
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/seasons"))) {
            for (Path file : files.sorted().toList()) {
                casts.add(cast(new ObjectMapper().readTree(file.toFile())));
            }
        }
        casts.add(together(casts));
        return casts;
    }

    /** Everybody in one cast, but whoever has danced twice, who is refused the second time. */
    private static List<Contestant> together(List<List<Contestant>> casts) {
        Map<String, Contestant> all = new LinkedHashMap<>();
        casts.forEach(cast -> cast.forEach(who -> all.putIfAbsent(TypedText.withoutAccents(who.name()), who)));
        return List.copyOf(all.values());
    }

    private static List<Contestant> cast(JsonNode season) {
        List<Contestant> cast = new ArrayList<>();
        season.path("contestants")
                .forEach(who -> cast.add(new Contestant(
                        who.path("id").asText(),
                        who.path("name").asText(),
                        Optional.ofNullable(who.path("partner").textValue()),
                        Optional.empty())));
        return cast;
    }

    private static Contestant couple(String label) {
        String[] halves = label.split(" & ");
        return halves.length == 2
                ? CastIndexTest.couple(label, halves[0], halves[1])
                : CastIndexTest.alone(label, label);
    }
}
