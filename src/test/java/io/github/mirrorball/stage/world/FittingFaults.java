package io.github.mirrorball.stage.world;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cuts a validator's errors to those that help: of a union's branches the one that fits best, of a place the first. */
final class FittingFaults {
    private static final Set<String> UNIONS = Set.of("oneOf", "anyOf");
    private static final Set<String> ALIEN = Set.of("type", "required", "enum", "const");

    private FittingFaults() {}

    static List<Error> of(List<Error> errors) {
        List<Error> fitting = fitting(errors, 0).toList();
        Set<NodePath> wrongType = fitting.stream()
                .filter(FittingFaults::isOfType)
                .map(Error::getInstanceLocation)
                .collect(Collectors.toSet());
        return fitting.stream()
                .filter(error -> isOfType(error) || !wrongType.contains(error.getInstanceLocation()))
                .toList();
    }

    private static boolean isOfType(Error error) {
        return error.getKeyword().equals("type");
    }

    /** Looks at the evaluation paths from a depth on; two errors meet in a union when their paths to it are the same. */
    private static Stream<Error> fitting(Collection<Error> errors, int depth) {
        Map<String, List<Error>> byUnion = errors.stream()
                .collect(Collectors.groupingBy(
                        error ->
                                union(error, depth).map(at -> prefix(error, at)).orElse(""),
                        TreeMap::new,
                        Collectors.toList()));
        return byUnion.entrySet().stream()
                .flatMap(met -> met.getKey().isEmpty() ? met.getValue().stream() : bestBranch(met.getValue(), depth));
    }

    private static Stream<Error> bestBranch(List<Error> errors, int depth) {
        int branch = union(errors.get(0), depth).orElseThrow() + 1;
        Map<String, List<Error>> branches = errors.stream()
                .filter(error -> error.getEvaluationPath().getNameCount() > branch)
                .collect(
                        Collectors.groupingBy(error -> error.getEvaluationPath().getName(branch)));
        List<Error> best = branches.values().stream()
                .min(Comparator.comparingInt(FittingFaults::distance))
                .orElse(List.of());
        Stream<Error> unexplained = errors.stream()
                .filter(error -> error.getEvaluationPath().getNameCount() == branch)
                .filter(union -> best.stream().noneMatch(error -> isWithin(error, union)));
        return Stream.concat(fitting(best, branch), unexplained);
    }

    private static Optional<Integer> union(Error error, int depth) {
        NodePath path = error.getEvaluationPath();
        return IntStream.range(depth, path.getNameCount())
                .filter(i -> UNIONS.contains(path.getName(i)))
                .boxed()
                .findFirst();
    }

    private static String prefix(Error error, int names) {
        return IntStream.rangeClosed(0, names)
                .mapToObj(error.getEvaluationPath()::getName)
                .collect(Collectors.joining("/"));
    }

    private static boolean isWithin(Error error, Error union) {
        return error.getInstanceLocation().startsWith(union.getInstanceLocation());
    }

    /** A value of quite another kind says that the branch was not meant; a value out of bounds says that it was. */
    private static int distance(Collection<Error> branch) {
        return branch.stream()
                .mapToInt(error -> ALIEN.contains(error.getKeyword()) ? 100 : 1)
                .sum();
    }
}
