package vn.antin.check.wording;
import java.time.LocalDate; import java.util.*; import vn.antin.check.*; import vn.antin.compose.*;
public class ReadSeeds {
  public static void main(String[] a) throws Exception {
    var rules = new ArrayList<Rule>(); rules.addAll(vn.antin.check.capitals.CapitalRules.all()); rules.addAll(vn.antin.check.citations.CitationRules.all()); rules.addAll(vn.antin.check.figures.FigureRules.all());
    Seed.all().forEach(s -> show(s.name(), s.document(), rules));
    var bodies = new DemonstrationBodies();
    for (String t : List.of("ke-hoach","cong-van","quyet-dinh-dau-moi","bao-cao-tu-danh-gia")) {
      var rev = vn.antin.template.ProjectTemplates.read().named(t);
      var d = new Composer().compose(rev, tools.jackson.databind.json.JsonMapper.shared().readTree(java.nio.file.Files.readString(java.nio.file.Path.of("templates/"+t+"/sample.json"))), bodies.agency("th-toan-thang"), bodies.signatory("pham-thi-nga"), DemonstrationBodies.ID, DemonstrationBodies.CODE);
      show(t, d, rules);
    }
  }
  static void show(String n, AdministrativeDocument d, List<Rule> rules) {
    System.out.println("=== "+n+" "+d.particulars().kind());
    for (Rule r : rules) { var l=new ArrayList<Rule.Breach>(); r.examine(new Examined(d, Draft.unseen(), LocalDate.of(2026,11,24)), l::add);
      for (var b : l) System.out.println(r.getClass().getSimpleName()+" | "+b.place().words()+" | "+b.place().quote()+" | "+b.what()+" -> "+b.replacement()); }
  }
}
