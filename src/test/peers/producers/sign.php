<?php
// TCPDF: the page, its signature.
require_once('tcpdf/tcpdf.php');
$k = 'file://' . realpath($argv[1]);
$pdf = new TCPDF('P', 'mm', 'A4', true, 'UTF-8', false);
$pdf->setSignature("$k/rsa.pem", "$k/rsa.key", '', substr("$k/root.pem", 7), (int)$argv[3], ['Name' => 'TCPDF', 'Location' => 'Hai Phong', 'Reason' => 'test', 'ContactInfo' => 'x']);
$pdf->AddPage(); $pdf->SetFont('helvetica', '', 12); $pdf->Write(0, 'Signed by TCPDF');
$pdf->setSignatureAppearance(180, 60, 15, 15);
$pdf->Output($argv[2], 'F');
