package io.github.mirrorball.show.typed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.show.Contestant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CastIndexTest {

    static final List<Contestant> CAST = List.of(
            couple("john", "John O'Hurley", "Charlotte Jørgensen"),
            couple("helio", "Hélio Castroneves", "Julianne Hough"),
            couple("mya", "Mýa", "Dmitry Chaplin"),
            couple("mr-t", "Mr. T", "Anna Trebunskaya"),
            couple("dl", "D.L. Hughley", "Cheryl Burke"),
            couple("bill", "Bill Nye", "Tyne Stecklein"),
            couple("wanya", "Wanyá Morris", "Lindsay Arnold"),
            alone("blink", "Blink 182"),
            alone("kim", "Lil' Kim"));

    private final CastIndex index = new CastIndex(CAST);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    John O’Hurley      | john
                    john ohurley       | john
                    Charlotte Jorgensen| john
                    O'Hurley, John     | john
                    Helio              | helio
                    HÉLIO CASTRONEVES  | helio
                    Helio & Julianne   | helio
                    Julianne and Hélio | helio
                    My\u0301a          | mya
                    \u200EMýa\u200B    | mya
                    • Mýa              | mya
                    🥇 mya             | mya
                    Ｍýａ               | mya
                    Mýa & Dmitry       | mya
                    Mýa & Dmitry C.    | mya
                    Dmitry             | mya
                    Mr T               | mr-t
                    DL Hughley         | dl
                    D. L. Hughley      | dl
                    Bill N. & Tyne     | bill
                    Bill N.            | bill
                    Tyne               | bill
                    Wanya              | wanya
                    wan                | wanya
                    Lindsay Arnold     | wanya
                    Blink 182          | blink
                    blink              | blink
                    Lil’ Kim           | kim
                    """)
    void whatPeopleTypeFindsWhoTheyMean(String typed, String id) {
        assertThat(index.find(typed).only()).map(Contestant::id).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Blink 1", "Blink 8", "Zoe", "", "&", "1", "Mýa & Tyne"})
    void whatNobodyIsCalledFindsNobody(String typed) {
        assertThat(index.find(typed).fitting()).isEmpty();
    }

    @Test
    void whatFitsSeveralFindsNoneOfThem() {
        assertThat(index.find("j").only()).isEmpty();
        assertThat(index.find("ju").only()).map(Contestant::id).contains("helio");
        CastIndex sisters = new CastIndex(List.of(alone("a", "Ann Lee"), alone("b", "Ann Low"), alone("c", "Bob")));
        assertThat(sisters.find("Ann L").fitting()).extracting(Contestant::id).containsExactly("a", "b");
        assertThat(sisters.find("Ann Lo").only()).map(Contestant::id).contains("b");
    }

    @Test
    void whoeverHasExactlyThisNameIsMeantBeforeThoseWhoHaveMoreOfIt() {
        CastIndex kims = new CastIndex(List.of(alone("kim", "Kim"), alone("lee", "Kim Lee")));
        assertThat(kims.find("kim").only()).map(Contestant::id).contains("kim");
    }

    @Test
    void aMistypedNameBringsTheLikestFirst() {
        assertThat(index.find("Wanja Moris").alike())
                .first()
                .extracting(Contestant::id)
                .isEqualTo("wanya");
    }

    @Test
    void aSuggestionComesWhileOneTypes() {
        assertThat(index.suggest("helio")).extracting(Contestant::id).containsExactly("helio");
        assertThat(index.suggest("o’h")).extracting(Contestant::id).first().isEqualTo("john");
        assertThat(index.suggest("")).hasSize(CAST.size());
    }

    @Test
    void twoWhoCannotBeToldApartAreSeen() {
        Contestant kim = couple("kim", "Kim", "Val");
        assertThat(CastIndex.findIndistinct(alone("kim-2", "Kim"), List.of(kim)))
                .contains(kim);
        assertThat(CastIndex.findIndistinct(couple("kim-2", "kím", "val"), List.of(kim)))
                .contains(kim);
        assertThat(CastIndex.findIndistinct(couple("kim-2", "Kim", "Derek"), List.of(kim)))
                .isEmpty();
        assertThat(CastIndex.findIndistinct(alone("kim-2", "Kim Lee"), List.of(kim)))
                .isEmpty();
    }

    static Contestant couple(String id, String name, String partner) {
        return new Contestant(id, name, Optional.of(partner), Optional.empty());
    }

    static Contestant alone(String id, String name) {
        return new Contestant(id, name, Optional.empty(), Optional.empty());
    }
}
