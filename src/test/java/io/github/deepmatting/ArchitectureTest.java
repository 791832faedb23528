/*-
 * #%L
 * Deep image matting for Fiji and ImageJ2: alpha mattes and foreground colours from an image and a trimap.
 * %%
 * Copyright (C) 2026 Deep Matting developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.deepmatting;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The walls of the house: which package may use which, and what no package may do. */
class ArchitectureTest {

  private static final String ROOT = "io.github.deepmatting";

  private static final JavaClasses MAIN_CLASSES =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);

  /** Each package, from the ground up, with the packages that it may use. */
  private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

  static {
    MAY_USE.put("progress", List.of());
    MAY_USE.put("files", List.of());
    MAY_USE.put("image", List.of("progress"));
    MAY_USE.put("trimap", List.of("progress", "image"));
    MAY_USE.put("foreground", List.of("progress", "image"));
    MAY_USE.put("metrics", List.of("progress", "image", "trimap"));
    MAY_USE.put("measure", List.of("progress", "image", "foreground"));
    MAY_USE.put("network", List.of("progress"));
    MAY_USE.put("closedform", List.of("progress", "image", "trimap", "network"));
    MAY_USE.put("features", List.of("progress", "image", "trimap", "closedform", "network"));
    MAY_USE.put("engine", List.of("progress", "files", "network"));
    MAY_USE.put("model", List.of("progress", "files", "network", "engine"));
    MAY_USE.put("tensorflow", List.of("progress", "files", "network", "engine"));
    // From here up a package may use all below it, but never tensorflow: that is reached through engine.
    MAY_USE.put("matting", allSoFarButTensorFlow());
    MAY_USE.put("io", List.of("progress", "files", "image"));
    for (String upper : List.of("training", "imagej")) MAY_USE.put(upper, allSoFarButTensorFlow());
    List<String> below = allSoFarButTensorFlow();
    for (String face : List.of("commands", "cli")) MAY_USE.put(face, below);
  }

  private static List<String> allSoFarButTensorFlow() {
    List<String> names = new ArrayList<>(MAY_USE.keySet());
    names.remove("tensorflow");
    return List.copyOf(names);
  }

  private static String[] packages(Collection<String> names) {
    return names.stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
  }

  @Test
  void everyClassHasAPlace() {
    check(classes().should().resideInAnyPackage(packages(MAY_USE.keySet())));
  }

  @Test
  void arrowsRunDownwards() {
    LayeredArchitecture rule = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String name : MAY_USE.keySet()) rule = rule.layer(name).definedBy(packages(List.of(name)));
    for (Map.Entry<String, List<String>> entry : MAY_USE.entrySet()) {
      LayeredArchitecture.LayerDependencySpecification layer = rule.whereLayer(entry.getKey());
      rule = entry.getValue().isEmpty()
          ? layer.mayNotAccessAnyLayer()
          : layer.mayOnlyAccessLayers(entry.getValue().toArray(String[]::new));
    }
    check(rule);
  }

  @Test
  void noCircles() {
    check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
  }

  @Test
  void noCirclesBetweenRooms() {
    check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
  }

  @Test
  void onlyTensorflowNamesTensorFlow() {
    checkUsedOnlyIn(List.of("tensorflow"), "org.tensorflow..", "org.bytedeco..", "com.google.protobuf..");
  }

  /** A model is data: no graph that somebody else made is ever loaded. */
  @Test
  void noGraphIsReadFromAFile() {
    check(noClasses().should().callMethodWhere(target(owner(assignableTo("org.tensorflow.SavedModelBundle")))
            .and(target(nameMatching("load|loader"))))
        .orShould().callMethodWhere(target(nameMatching("importGraphDef"))));
  }

  @Test
  void imageJOnlyAtTheTop() {
    checkUsedOnlyIn(List.of("io", "imagej", "commands", "cli"), "ij..");
  }

  @Test
  void sciJavaOnlyInFaces() {
    checkUsedOnlyIn(List.of("commands", "cli"), "org.scijava..");
  }

  @Test
  void picocliOnlyInTheCommandLine() {
    checkUsedOnlyIn(List.of("cli"), "picocli..");
  }

  @Test
  void noDialogBelowTheFaces() {
    checkUsedOnlyIn(List.of("commands"), "javax.swing..");
  }

  @Test
  void standardStreamsAndExitOnlyInTheCommandLine() {
    check(noClasses().that().resideOutsideOfPackages(packages(List.of("cli")))
        .should(ACCESS_STANDARD_STREAMS)
        .orShould().callMethod(System.class, "exit", int.class));
  }

  @Test
  void noStaticMutableState() {
    check(fields().that().areStatic().should().beFinal());
  }

  private static void checkUsedOnlyIn(List<String> allowed, String... dependencies) {
    // Of a package that nothing uses, or whose name is misspelt, the rule would hold whatever happens.
    DescribedPredicate<JavaClass> used = JavaClass.Predicates.resideInAnyPackage(dependencies);
    assertTrue(MAIN_CLASSES.that(JavaClass.Predicates.resideInAnyPackage(packages(allowed))).stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .anyMatch(dependency -> used.test(dependency.getTargetClass())), "nothing uses " + List.of(dependencies));
    check(noClasses().that().resideOutsideOfPackages(packages(allowed))
        .should().dependOnClassesThat().resideInAnyPackage(dependencies));
  }

  private static void check(ArchRule rule) {
    rule.check(MAIN_CLASSES);
  }
}
