package vn.antin.verify;
import java.nio.file.*; import java.time.*; import java.util.*; import java.util.stream.*;
import org.springframework.context.support.ResourceBundleMessageSource; import org.springframework.util.unit.DataSize;
import vn.antin.kernel.Content;
public final class TraceTmp {
  public static void main(String[] a) throws Exception {
    List<Path> files; try (var w = Files.walk(Path.of(a[0]))) { files = w.filter(Files::isRegularFile).filter(p->a.length<2||p.toString().contains(a[1])).sorted().toList(); }
    var texts = new ResourceBundleMessageSource(); texts.setBasename("i18n/verify"); texts.setDefaultEncoding("UTF-8"); texts.setAlwaysUseMessageFormat(true);
    for (Path f : files) {
      byte[] file = Files.readAllBytes(f);
      var j = new Judgement(CarriedAnchors.in(file), new Phrases(texts), Clock.systemUTC(), new VerificationProperties(DataSize.ofMegabytes(50), Duration.ofSeconds(20), 30));
      Report r;
      try { r = j.of(Content.of(file), "la.pdf"); } catch (Throwable t) { System.out.println("CRASH\t"+f+"\t"+t); continue; }
      System.out.println("FILE\t"+Path.of(a[0]).relativize(f)+"\t"+r.conclusion()+(r.reason()==null?"":"("+r.reason().code()+")")+r.signatures().stream().map(s->" | "+s.kind()+" "+s.indication()+(s.subIndication()==null?"":"/"+s.subIndication())+" "+s.integrity()+" "+s.coverage()+" "+s.laterChanges()+" "+s.level()+" "+s.remarks().stream().map(Report.Remark::code).collect(Collectors.joining(","))).collect(Collectors.joining())+" # "+r.remarks().stream().map(Report.Remark::code).collect(Collectors.joining(",")));
      try { var w = Revision.parse(file, file.length, false, Deadline.in(Duration.ofSeconds(30)));
        var an = Analysis.of(file, w, List.of(), Deadline.in(Duration.ofSeconds(30)));
        for (var st : an.steps()) { System.out.println("  STEP "+st.from()+"-"+st.to()+" "+st.changes()+" "+st.acts()+" signed "+st.signed());
          if (st.changes()==Report.LaterChanges.NOT_PERMITTED||st.changes()==Report.LaterChanges.SUSPICIOUS) try {
            var d = Deadline.in(Duration.ofSeconds(30)); var b = Revision.parse(file, st.from(), true, d); var af = Revision.parse(file, st.to(), true, d);
            var df = ObjectDiff.between(file, b, af, d);
            for (var c : df.changes()) { var acts = PermittedChanges.in(new ObjectDiff.Differences(List.of(c), Set.of(), false), b, af, d); String q=String.valueOf(c.before()); String n=String.valueOf(c.after()); System.out.println("     "+acts+" "+c.owner()+" "+c.path()+" "+q.substring(0,Math.min(70,q.length()))+" -> "+n.substring(0,Math.min(70,n.length()))); }
            for (var g : df.gone()) { var acts = PermittedChanges.in(new ObjectDiff.Differences(List.of(), Set.of(g), false), b, af, d); System.out.println("     gone "+acts+" "+g+" "+b.object(g)); }
            if (df.unclear()) System.out.println("     UNCLEAR strange "+" refs "+b.references().isEmpty()+" "+af.references().isEmpty()+" "+(af.references().isPresent()&&af.references().get().ambiguousBeside(b.references())));
          } catch (Throwable t) { System.out.println("     "+t); } }
      } catch (Throwable t) { System.out.println("  "+t); }
    }
  }
}
