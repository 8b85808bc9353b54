"""The invented companies of the demo cohort: one line each, ``name | industry | country``.

A line begins with a mark where a company is special: ``L`` one of the largest, ``P`` prospect (the last column is who
supplies it today, ``?`` = nobody knows), ``F`` former customer, ``N`` customer only since 2023 or 2024. All names are
made up.
"""

FOOD_DACH = """
L Molkerei Ährengrund eG | Molkereiprodukte | Deutschland
Varnholt Frischmilch GmbH | Molkereiprodukte | Deutschland
Varnholt Käsewerke GmbH & Co. KG | Molkereiprodukte | Deutschland
Varnholt Desserts GmbH | Molkereiprodukte | Deutschland
Varnholt Alpenmilch GmbH | Molkereiprodukte | Österreich
L Käserei Tobelwies AG | Molkereiprodukte | Schweiz
Sennerei Hinterkögl reg. Gen.m.b.H. | Molkereiprodukte | Österreich
Backhaus Löhnefink GmbH | Backwaren | Deutschland
L Großbäckerei Stüwing & Söhne KG | Backwaren | Deutschland
Knäckebrotwerk Uhlstedt GmbH | Backwaren | Deutschland
Zwiebackfabrik Rönnbeck GmbH | Backwaren | Deutschland
Lebkuchen-Manufaktur Pfeiffinger e.K. | Backwaren | Deutschland
Feinbäckerei Oberlechtner GmbH | Backwaren | Österreich
L Biscuits Grünfluh AG | Backwaren | Schweiz
L Brauhaus Drosselkamp GmbH | Getränke | Deutschland
Brauerei Zum Silbernen Dachs GmbH & Co. KG | Getränke | Deutschland
L Mineralbrunnen Quellsprung GmbH | Getränke | Deutschland
Fruchtsaftkelterei Möhrlinger GmbH | Getränke | Deutschland
Kellerei Rebenhöh eG | Getränke | Deutschland
Kaffeerösterei Mohrdiek GmbH | Getränke | Deutschland
Getränke Ötztobler GmbH | Getränke | Österreich
Bergquell Surenfels AG | Getränke | Schweiz
L Fleischwaren Hölterhus GmbH & Co. KG | Fleisch und Wurst | Deutschland
Wurstmanufaktur Brägelmeier GmbH | Fleisch und Wurst | Deutschland
Schinkenräucherei Tannmoos GmbH | Fleisch und Wurst | Deutschland
Geflügelhof Süderbrok GmbH | Fleisch und Wurst | Deutschland
Metzgerei-Verbund Neckarried eG | Fleisch und Wurst | Deutschland
Trockenfleisch Valgronda AG | Fleisch und Wurst | Schweiz
Fischfeinkost Klabunsiel GmbH | Feinkost | Deutschland
Salatküche Grünzaun GmbH | Feinkost | Deutschland
Antipasti Belluzzo Import GmbH | Feinkost | Deutschland
Senf- und Essigwerk Kräuterich GmbH | Feinkost | Deutschland
Konservenfabrik Osterfehn GmbH | Feinkost | Deutschland
Sauerkrauthaus Filderich KG | Feinkost | Deutschland
Feinkost Zirbenauer GmbH | Feinkost | Österreich
Schokoladenwerk Trüffelberg GmbH | Süßwaren | Deutschland
Bonbonfabrik Zuckerstein GmbH | Süßwaren | Deutschland
Lakritz-Kontor Deichgraf GmbH | Süßwaren | Deutschland
L Waffelwerk Knusperhof GmbH & Co. KG | Süßwaren | Deutschland
Confiserie Lindenrain AG | Süßwaren | Schweiz
Eiskrem Polarfuchs GmbH | Tiefkühlkost | Deutschland
L Tiefkühlmenü Nordkiepe GmbH | Tiefkühlkost | Deutschland
Pizzawerk Steinofenthal GmbH | Tiefkühlkost | Deutschland
Gemüsefrost Altmarschen GmbH | Tiefkühlkost | Deutschland
Gewürzmühle Paprikant GmbH | Zutaten | Deutschland
Mühlenwerke Schrotenbach KG | Zutaten | Deutschland
Stärkefabrik Emswinkel GmbH | Zutaten | Deutschland
Teekontor Fehnlandt GmbH | Zutaten | Deutschland
Honigwerk Immental GmbH | Zutaten | Deutschland
Nudelmanufaktur Eierhannes GmbH | Teigwaren | Deutschland
Spätzle Albschwaben GmbH | Teigwaren | Deutschland
Teigwaren Marchlechner GmbH | Teigwaren | Österreich
N Haferdrink Körnerei GmbH | Getränke | Deutschland
N Tofuwerk Sojanka GmbH | Feinkost | Deutschland
P Molkerei Lüttenwarf GmbH & Co. KG | Molkereiprodukte | Deutschland | Packarro GmbH
P Keksfabrik Wellenrath GmbH | Backwaren | Deutschland | Brenning & Cie. Maschinenbau
P Fruchtgummi Bärlapp GmbH | Süßwaren | Deutschland | Packarro GmbH
P Getreidekaffee Sonnleithen GmbH | Getränke | Österreich | ?
P Wursthaus Dinkelfurt GmbH | Fleisch und Wurst | Deutschland | Cintello Systems
F Tortenbäckerei Kirschgarth GmbH | Backwaren | Deutschland
F Kartoffelfrost Heidloh GmbH | Tiefkühlkost | Deutschland
"""

CONSUMER_NORTH = """
Calderbrook Dairies Ltd | Dairy | United Kingdom
Calderbrook Cheese Ltd | Dairy | United Kingdom
Calderbrook Creamery (Ireland) Ltd | Dairy | Ireland
Sallowmere Creameries Ltd | Dairy | United Kingdom
Zuivelhuis Oosterwaard B.V. | Dairy | Netherlands
L Mejeriet Sønderhav A/S | Dairy | Denmark
Fjällbäcken Mejeri AB | Dairy | Sweden
L Haddlestone Bakeries plc | Bakery | United Kingdom
Oatcliff Biscuits Ltd | Bakery | United Kingdom
Wrenhurst Crispbread Ltd | Bakery | United Kingdom
Ballykeltra Soda Bread Ltd | Bakery | Ireland
Bakkerij Korenbloei B.V. | Bakery | Netherlands
Boulangerie Vandersol NV | Bakery | Belgium
Bageriet Havregården ApS | Bakery | Denmark
Knækkebrød Nordlys A/S | Bakery | Denmark
Pepparkaksbageriet Åsvik AB | Bakery | Sweden
Thornleigh Brewing Company Ltd | Beverages | United Kingdom
Marlowfield Cider Ltd | Beverages | United Kingdom
Glen Orrach Spring Water Ltd | Beverages | United Kingdom
Tullaghmoyle Distillers Ltd | Beverages | Ireland
L Brouwerij Kwartelberg N.V. | Beverages | Belgium
Koffiebranderij De Vijf Molens B.V. | Beverages | Netherlands
Kaffebrænderiet Øsund ApS | Beverages | Denmark
Bryggeri Järnkällan AB | Beverages | Sweden
Mustilanmehu Oy | Beverages | Finland
Pennybarrow Teas Ltd | Beverages | United Kingdom
Ashcombe & Vale Meats Ltd | Meat and Fish | United Kingdom
Curraghbeg Bacon Company Ltd | Meat and Fish | Ireland
Sildehuset Vestskær A/S | Meat and Fish | Denmark
L Laksefjorden Røykeri AS | Meat and Fish | Norway
Lofthavn Seafood AS | Meat and Fish | Norway
Slagerij Groenpoort B.V. | Meat and Fish | Netherlands
Charcuterie Ardenne-Clairmont SA | Meat and Fish | Belgium
L Merriwold Snack Foods Ltd | Snacks and Confectionery | United Kingdom
Pocklebury Fudge Ltd | Snacks and Confectionery | United Kingdom
Crispwell Crisps Ltd | Snacks and Confectionery | United Kingdom
Chocolaterie Saint-Aubel SA | Snacks and Confectionery | Belgium
Dropmeester Zeeland B.V. | Snacks and Confectionery | Netherlands
Lakritsfabriken Tärnö AB | Snacks and Confectionery | Sweden
Suklaatehdas Kuusikko Oy | Snacks and Confectionery | Finland
L Farrow & Quill Fine Foods Ltd | Grocery | United Kingdom
Saltmarsh Pickles Ltd | Grocery | United Kingdom
Hollinwood Spices Ltd | Grocery | United Kingdom
Dromhale Porridge Oats Ltd | Grocery | Ireland
Mosterdmakerij Brandwijk B.V. | Grocery | Netherlands
Sirop d'Hautepierre SA | Grocery | Belgium
Tivedens Lingon AB | Grocery | Sweden
Havtorn Økologi ApS | Grocery | Denmark
Puurokaura Oy | Grocery | Finland
L Brightmere Household Ltd | Household Products | United Kingdom
L Swanfold Laundry Products Ltd | Household Products | United Kingdom
Schoonhuis Reinigers B.V. | Household Products | Netherlands
Rengøring Blåklokke A/S | Household Products | Denmark
Såpfabriken Vitskär AB | Household Products | Sweden
Kestrelbank Tissue Ltd | Household Products | United Kingdom
Larkspindle Personal Care Ltd | Personal Care | United Kingdom
Elderwyn Soaps Ltd | Personal Care | United Kingdom
Huidzorg Lindevliet B.V. | Personal Care | Netherlands
Hudpleje Klitrose ApS | Personal Care | Denmark
Björkdal Hudvård AB | Personal Care | Sweden
Saunatuote Löyly-Aalto Oy | Personal Care | Finland
Northwick Lane Vitamins Ltd | Health | United Kingdom
Clonmara Health Products Ltd | Health | Ireland
Helsekost Fjordtun AS | Health | Norway
Vitaminehuis Kernvitaal B.V. | Health | Netherlands
N Petalfoot Pet Foods Ltd | Pet Food | United Kingdom
N Hundekjeks Solvik AS | Pet Food | Norway
N Kattenvriend B.V. | Pet Food | Netherlands
P Burrowdale Ready Meals Ltd | Grocery | United Kingdom | Packarro UK
P Whitcombery Frozen Foods Ltd | Grocery | United Kingdom | Tuvaro Pack
P Koekjesfabriek Zuidergaard B.V. | Bakery | Netherlands | Cintello Systems
P Rakfisk Nordheim AS | Meat and Fish | Norway | ?
P Dunmorrow Dairy Co-operative | Dairy | Ireland | Packarro UK
P Vårsol Kosmetik AB | Personal Care | Sweden | Nordlax Systems
F Thistledown Toffee Ltd | Snacks and Confectionery | United Kingdom
F Lindegaard Juice A/S | Beverages | Denmark
F Havenkade Conserven B.V. | Grocery | Netherlands
"""

PHARMA_CHEMICALS = """
L Apothekenkosmetik Salvenhof GmbH | Kosmetik | Deutschland
Hautpflege Lindnerin GmbH | Kosmetik | Deutschland
Naturkosmetik Kräuterföhr GmbH | Kosmetik | Deutschland
Seifenmanufaktur Blütenried KG | Kosmetik | Deutschland
L Haarpflege Glanzwerk GmbH | Kosmetik | Deutschland
Parfümerie-Abfüllung Rosenquist GmbH | Kosmetik | Deutschland
Badezusatz Thermenau GmbH | Kosmetik | Österreich
Sonnenschutz Helvior AG | Kosmetik | Schweiz
L Arzneimittelwerk Dornbirke GmbH | Pharma | Deutschland
L Pharma Weißenhöhe GmbH & Co. KG | Pharma | Deutschland
Salbenfabrik Dr. Ohlenroth GmbH | Pharma | Deutschland
Hustensaft Eibischwerk GmbH | Pharma | Deutschland
Tropfenapotheke Lautergrund GmbH | Pharma | Deutschland
Infusionslösungen Klarwasser GmbH | Pharma | Deutschland
Tablettenwerk Mürzfeld GmbH | Pharma | Österreich
Phytopharma Enzianhof GmbH | Pharma | Österreich
L Galenika Rhonegg AG | Pharma | Schweiz
Tiergesundheit Rappenhof GmbH | Tiergesundheit | Deutschland
Veterinärbedarf Hirschkoppel GmbH | Tiergesundheit | Deutschland
Hufbalsam Ostfeld KG | Tiergesundheit | Deutschland
Nahrungsergänzung Vitalquelle Nordheide GmbH | Nahrungsergänzung | Deutschland
Proteinwerk Kraftmeierei GmbH | Nahrungsergänzung | Deutschland
Mineralstoffe Bergkristall GmbH | Nahrungsergänzung | Österreich
Kräuterkapseln Sankt Arnika GmbH | Nahrungsergänzung | Deutschland
L Reinigungschemie Schäumerling GmbH | Reinigungsmittel | Deutschland
L Waschmittelwerk Frischblau GmbH | Reinigungsmittel | Deutschland
Spülmittel Perlwasser GmbH | Reinigungsmittel | Deutschland
Industriereiniger Fettlos GmbH | Reinigungsmittel | Deutschland
Hygienechemie Keimbann GmbH | Reinigungsmittel | Deutschland
Putzmittel Blitzenbauer GmbH | Reinigungsmittel | Österreich
Autopflege Wachsenburg GmbH | Reinigungsmittel | Deutschland
L Farbenwerk Ultramarin Lüneborg GmbH | Farben und Klebstoffe | Deutschland
Lackfabrik Glänzinger GmbH & Co. KG | Farben und Klebstoffe | Deutschland
Klebstoffe Haftenberg GmbH | Farben und Klebstoffe | Deutschland
Dichtstoffe Fugenthal GmbH | Farben und Klebstoffe | Deutschland
Holzschutz Eichenrinde KG | Farben und Klebstoffe | Deutschland
Künstlerfarben Pinselmoos GmbH | Farben und Klebstoffe | Deutschland
Barwnik Złotobrzeg Sp. z o.o. | Farben und Klebstoffe | Polen
Agrarchemie Feldstern GmbH | Agrarchemie | Deutschland
Düngerwerk Humuslohe GmbH | Agrarchemie | Deutschland
Saatgut Keimling Altenrade eG | Agrarchemie | Deutschland
Pflanzenschutz Grünschild GmbH | Agrarchemie | Deutschland
Bylinkárna Modrava s.r.o. | Nahrungsergänzung | Tschechien
Schmierstoffe Ölsner & Partner GmbH | Schmierstoffe | Deutschland
Kettenöl Waldgang GmbH | Schmierstoffe | Deutschland
N Zahnpasta Minzberg GmbH | Kosmetik | Deutschland
N Deocreme Kieselalge GmbH | Kosmetik | Deutschland
P Pharmawerk Tiefenstätt GmbH | Pharma | Deutschland | Cintello Systems
P Cremeschmiede Alsterkoog GmbH | Kosmetik | Deutschland | Packarro GmbH
P Waschnuss Biochemie GmbH | Reinigungsmittel | Deutschland | ?
P Lasuren Föhrenkamp GmbH | Farben und Klebstoffe | Deutschland | Brenning & Cie. Maschinenbau
F Puderwerk Talkenstein GmbH | Kosmetik | Deutschland
F Entkalker Kalkfrei Südharz GmbH | Reinigungsmittel | Deutschland
F Bohnerwachs Parkettin KG | Reinigungsmittel | Deutschland
"""

WOOD_AND_STONE = """
Möbelwerke Ahrensloh GmbH & Co. KG | Möbel
Küchenmanufaktur Brandhoff GmbH | Möbel
Fliesenwerk Terravent GmbH | Keramik
Polstermöbel Kastanienhof GmbH | Möbel
Dämmstoffe Wollinger AG | Baustoffe
Parkettfabrik Eschenrode GmbH | Holz
Sanitärkeramik Weißbrunn GmbH | Keramik
Fensterbau Lichtenmoor KG | Bauelemente
Werkzeugfabrik Hammersbeck GmbH | Werkzeuge
Schrauben Gewindner GmbH & Co. KG | Werkzeuge
Leuchten Dämmerlicht GmbH | Leuchten
Matratzenwerk Schlummerberg GmbH | Möbel
Türenwerk Angelhorst GmbH | Bauelemente
Trockenmörtel Sandkuhl GmbH | Baustoffe
Gartengeräte Rasenthal GmbH | Werkzeuge
Laminat Nordfries GmbH | Holz
Badmöbel Spiegelau KG | Möbel
Dachziegel Rotlehm GmbH | Baustoffe
Beschläge Scharnier & Sohn GmbH | Werkzeuge
Farbrollen Malvern GmbH | Werkzeuge
Büromöbel Sitzmann GmbH | Möbel
Wiegenwerk Kleinholz GmbH | Möbel
Teppichboden Flordorf GmbH | Bodenbeläge
Kaminöfen Glutheim GmbH | Öfen
Steckdosen Stromfeld GmbH | Elektro
Regalsysteme Bretterode GmbH | Möbel
Armaturen Tropfhain GmbH | Sanitär
Gipsplatten Weißenstein GmbH | Baustoffe
Terrassenholz Dielenau KG | Holz
Markisen Sonnensegel GmbH | Bauelemente
Duschkabinen Klarglas GmbH | Sanitär
Rollladen Schattner GmbH | Bauelemente
Kabelwerk Litzenburg GmbH | Elektro
Pinsel Borstel & Cie. KG | Werkzeuge
Kinderwagen Rollmops GmbH | Kinderbedarf
Holzspielzeug Murmeltal GmbH | Kinderbedarf
Vorhänge Faltenwurf GmbH | Bodenbeläge
Klebebänder Haftlund GmbH | Baustoffe
Silikone Fugenreich GmbH | Baustoffe
Leitern Sprossenau GmbH | Werkzeuge
Briefkästen Klappenroth GmbH | Bauelemente
Grillgeräte Rostheim GmbH | Öfen
Bilderrahmen Leistner KG | Möbel
Schubkarren Kippinger GmbH | Werkzeuge
Kellerregale Stapelfeld GmbH | Möbel
Heizkörper Rippentrop GmbH | Sanitär
P Naturstein Felsenau AG | Keramik | Packarro GmbH
P Schlafsysteme Federkern GmbH | Möbel | Brenning & Cie. Maschinenbau
P Treppenbau Stufenthal GmbH | Holz | Cintello Systems
P Gartenmöbel Laubenheim GmbH | Möbel |
F Bodenleger Estrichau GmbH | Bodenbeläge
"""
